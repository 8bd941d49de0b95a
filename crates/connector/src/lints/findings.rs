//! What the checks find.

use std::collections::BTreeSet;

use super::{Fix, Lint, Severity};
use crate::problems::{Field, Problem};

/// Takes lints, but none of a field that must be corrected first.
pub(super) struct Findings {
    wrong: BTreeSet<Field>,
    lints: Vec<Lint>,
}

impl Findings {
    pub(super) fn beside(problems: &[Problem]) -> Self {
        let mut wrong = BTreeSet::new();
        wrong.extend(problems.iter().map(|problem| problem.field));
        Self { wrong, lints: Vec::new() }
    }

    /// Whether the field must be corrected before there is advice about it.
    pub(super) fn is_wrong(&self, field: Field) -> bool {
        self.wrong.contains(&field)
    }

    pub(super) fn add(&mut self, lint: Lint) {
        if !lint.field.is_some_and(|field| self.is_wrong(field)) {
            self.lints.push(lint);
        }
    }

    pub(super) fn add_all(&mut self, lints: impl IntoIterator<Item = Lint>) {
        lints.into_iter().for_each(|lint| self.add(lint));
    }

    pub(super) fn in_order(mut self) -> Vec<Lint> {
        self.lints.sort_by_key(|lint| (lint.severity, lint.field));
        self.lints
    }
}

impl Lint {
    pub(super) fn warning(field: Field, title: &'static str, reason: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, field: Some(field), title, reason: reason.into(), fix: None }
    }

    pub(super) fn notice(field: Field, title: &'static str, reason: impl Into<String>) -> Self {
        Self { severity: Severity::Notice, ..Self::warning(field, title, reason) }
    }

    pub(super) fn with_fix(self, fix: Fix) -> Self {
        Self { fix: Some(fix), ..self }
    }
}
