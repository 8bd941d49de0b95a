//! Advice about a draft that can be saved as it is.
//!
//! What blocks saving is a [`Problem`](crate::Problem), and a field that has one gets no advice until it is corrected.
//! No text holds a secret, a password or the value of a header.

mod bearer_token;
mod duplicate_delivery;
mod events;
mod findings;
mod fix;
mod guessable;
mod headers;
mod hidden;
mod host_reach;
mod label_keys;
mod near_miss;
mod quota;
mod quotes;
mod reserved_header;
mod secret;
mod spaces;
mod surroundings;
mod url;
mod wording;

pub use self::fix::Fix;
pub use self::surroundings::{CONNECTORS_ALLOWED, Surroundings};
use crate::draft::Draft;
use crate::problems::Field;
use findings::Findings;

/// How much a lint matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something will likely not work, or be seen by others.
    Warning,
    /// Something to know, which may well be meant.
    Notice,
}

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// How much it matters.
    pub severity: Severity,
    /// What it is about; nothing when it is about the connector as a whole.
    pub field: Option<Field>,
    /// What was found, in a few words.
    pub title: &'static str,
    /// What happens and what to do, in full sentences.
    pub reason: String,
    /// What the console can do about it. Applying it removes the lint and adds no problem.
    pub fix: Option<Fix>,
}

impl Draft {
    /// Advice about the draft as it is, given what is known beside it: warnings first, then in the form's order. Fast
    /// enough to be asked for on every key press.
    #[must_use]
    pub fn lints(&self, surroundings: &Surroundings) -> Vec<Lint> {
        let mut findings = Findings::beside(&self.problems(&surroundings.rules));
        quota::check(surroundings, &mut findings);
        url::check(self, surroundings, &mut findings);
        duplicate_delivery::check(self, surroundings, &mut findings);
        spaces::check(self, &mut findings);
        events::check(self, surroundings, &mut findings);
        label_keys::check(self, surroundings, &mut findings);
        headers::check(self, surroundings, &mut findings);
        secret::check(self, surroundings, &mut findings);
        hidden::check(self, surroundings, &mut findings);
        findings.in_order()
    }
}
