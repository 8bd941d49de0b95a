//! Code as a draft: what a cURL command, JSON or a Terraform resource says of a Data Connector. Nothing is run.

mod apply;
mod curl;
mod fields;
mod hcl;
mod json;
mod shell;
mod terraform;

use std::fmt;

use dt_api::{ConnectorKind, ConnectorName, ProjectId};

use self::fields::Given;
use crate::change::Change;
use crate::draft::Draft;
use crate::template;

/// Longer text is refused unread; a Data Connector has some hundred bytes.
const LONGEST: usize = 1024 * 1024;

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A cURL command.
    Curl,
    /// A Data Connector, or the body of a request, as JSON.
    Json,
    /// A resource of DT's Terraform provider.
    Terraform,
}

/// What code says of a Data Connector, which may be all or little.
#[derive(Clone, PartialEq, Eq)]
pub struct Imported {
    /// What was read.
    pub source: Source,
    /// The type, where the code says it.
    pub kind: Option<ConnectorKind>,
    /// The Data Connector, where the code names one.
    pub name: Option<ConnectorName>,
    /// The project, where the code names one.
    pub project: Option<ProjectId>,
    /// What [`apply`](Self::apply) leaves as it is in the draft.
    pub left_out: Vec<LeftOut>,
    given: Vec<(Change, Given)>,
}

/// Something in the code that a draft cannot take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it is: names as the API has them, joined by dots.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// Why something cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No form shows a field of this name, at least not for this type.
    Unknown,
    /// The value depends on this variable or expression, whose value the code does not say.
    Variable(String),
    /// The value is not a text, or not a list or an object of texts.
    Malformed,
}

/// Why code cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProblem {
    /// The line, counted from 1.
    pub line: usize,
    /// What to do, in a full sentence.
    pub message: String,
}

impl ImportProblem {
    fn new(line: usize, message: &str) -> Self {
        Self { line, message: message.to_owned() }
    }
}

impl Imported {
    /// The fields that the code sets, in the form's order.
    #[must_use]
    pub fn fields(&self) -> Vec<Change> {
        let is_given = |change: &Change| self.given.iter().any(|(given, _)| given == change);
        Change::ALL.into_iter().filter(is_given).collect()
    }

    /// A new draft with what the code sets; `None` when it does not say a type that has a form.
    #[must_use]
    pub fn new_draft(&self) -> Option<Draft> {
        let kind = self.kind.as_ref().filter(|kind| ConnectorKind::KNOWN.contains(kind))?;
        let mut draft = Draft::new(kind);
        self.apply(&mut draft);
        Some(draft)
    }
}

/// Values may be secrets.
impl fmt::Debug for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Imported")
            .field("source", &self.source)
            .field("kind", &self.kind)
            .field("name", &self.name)
            .field("fields", &self.fields())
            .field("left_out", &self.left_out)
            .finish_non_exhaustive()
    }
}

/// Reads a cURL command that creates or changes a Data Connector; a Data Connector as the API answers it, alone or in a list
/// of one, or the body of such a request; or a `dt_data_connector` resource.
///
/// # Errors
/// When it is none of these, when there is more than one, or when it breaks off.
pub fn read(text: &str) -> Result<Imported, ImportProblem> {
    if text.len() > LONGEST {
        return Err(ImportProblem::new(1, "Paste less than 1 MB: the code of one Data Connector."));
    }
    let text = &*template::literal(text);
    if text.trim_start().starts_with(['{', '[']) {
        return json::read(text);
    }
    match (curl::find(text), terraform::find(text)) {
        (Some(command), Some(resource)) if command < resource => curl::read(text, command),
        (_, Some(_)) => terraform::read(text),
        (Some(command), None) => curl::read(text, command),
        (None, None) => {
            let message = "Paste a cURL command, JSON, or a dt_data_connector resource of Terraform.";
            Err(ImportProblem::new(1, message))
        }
    }
}

/// The number of the line in which this place is.
fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}
