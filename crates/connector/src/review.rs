//! What a save would change, in words: to be read before it is made.

mod consequences;
mod differences;

use dt_api::Connector;

use crate::change::Change;
use crate::draft::Draft;
pub(crate) use differences::masked;

/// What a save would change, and what follows from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// What changes, in the form's order.
    pub differences: Vec<Difference>,
    /// What that means for receivers and events, in full sentences.
    pub consequences: Vec<String>,
}

/// How one field changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which field.
    pub field: Change,
    /// What goes and what comes.
    pub lines: Vec<Line>,
}

/// A line of a difference. No line shows a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether it goes or comes.
    pub mark: Mark,
    /// What does.
    pub text: String,
}

/// What happens to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stays, as something else.
    Changed,
}

impl Draft {
    /// What saving the draft would change in `original`, and what follows.
    #[must_use]
    pub fn review(&self, original: &Connector) -> Review {
        Review {
            differences: self.differences(original),
            consequences: consequences::consequences(self, original),
        }
    }

    /// How each field that changes does, in the form's order.
    #[must_use]
    pub fn differences(&self, original: &Connector) -> Vec<Difference> {
        let before = Self::from(original);
        let differences = self
            .changes(original)
            .into_iter()
            .map(|field| Difference { field, lines: differences::lines(field, &before, self, original) });
        differences.collect()
    }
}

impl Review {
    /// Whether nothing can be lost by it: another display name, or labels that are included in addition.
    #[must_use]
    pub fn is_small(&self) -> bool {
        let only_adds = |lines: &[Line]| lines.iter().all(|line| line.mark == Mark::Added);
        self.differences.iter().all(|difference| match difference.field {
            Change::DisplayName => true,
            Change::Labels => only_adds(&difference.lines),
            _ => false,
        })
    }
}

impl Line {
    pub(crate) fn new(mark: Mark, text: impl Into<String>) -> Self {
        Self { mark, text: text.into() }
    }
}
