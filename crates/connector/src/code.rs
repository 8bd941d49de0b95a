//! A draft as code: what the console would send, for a shell, for Python and for Terraform, and the result as JSON.

mod conceal;
mod curl;
mod escape;
mod python;
mod save;
mod terraform;

use dt_api::{Connector, ProjectId};

use self::save::Save;
use crate::draft::Draft;
use crate::template;

/// What code can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// A command for a POSIX shell.
    Curl,
    /// A program that uses DT's package `disruptive`.
    Python,
    /// A resource of DT's Terraform provider.
    Terraform,
    /// The Data Connector as the API would answer it after the draft was saved; a new one as it would be sent.
    Json,
}

impl Language {
    /// Every language, in the order to show them.
    pub const ALL: [Self; 4] = [Self::Curl, Self::Python, Self::Terraform, Self::Json];

    /// What to call the language.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Curl => "cURL",
            Self::Python => "Python",
            Self::Terraform => "Terraform",
            Self::Json => "JSON",
        }
    }
}

/// What a draft is saved to.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A new Data Connector in this project.
    Create(&'a ProjectId),
    /// This Data Connector, which the draft edits.
    Update(&'a Connector),
}

/// Code, with variables in place of secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub text: String,
    /// What a person must supply, in the order in which it is named.
    pub variables: Vec<Variable>,
}

/// A value that is not in the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name as the code spells it.
    pub name: String,
    /// What it is, in a full sentence.
    pub purpose: String,
}

impl Variable {
    fn new(name: &str, purpose: &str) -> Self {
        Self { name: name.to_owned(), purpose: purpose.to_owned() }
    }
}

/// The draft as code for the API at `base_url`, such as `https://api.disruptive-technologies.com/v2`. For cURL and Python
/// it sends what the console's own save would send; when nothing changes, it reads the Data Connector. Neither the
/// signature secret, nor the values of headers that look like credentials, nor a password in a URL are in it.
///
/// `None` for a new Data Connector whose draft cannot be sent, because it selects no event types.
#[must_use]
pub fn write(language: Language, draft: &Draft, target: Target<'_>, base_url: &str) -> Option<Code> {
    let save = Save::new(draft, target, base_url)?;
    Some(match language {
        Language::Curl => curl::write(&save),
        Language::Python => python::write(&save),
        Language::Terraform => terraform::write(&save),
        Language::Json => json(&save),
    })
}

fn json(save: &Save<'_>) -> Code {
    let (wanted, variables) = conceal::conceal(&save.wanted);
    let text = template::filled(&conceal::pretty(&wanted), |text, name| {
        text.push('<');
        text.push_str(name);
        text.push('>');
    });
    Code { text: text + "\n", variables }
}
