//! Checks of label keys.

use std::collections::BTreeSet;

use super::{Field, Problem};

pub(super) fn check(labels: &[String], problems: &mut Vec<Problem>) {
    let mut earlier = BTreeSet::new();
    for (index, label) in labels.iter().enumerate() {
        let is_listed = !earlier.insert(label);
        let message = if label.trim().is_empty() {
            "Enter a label key, or remove it."
        } else if label.trim() != label {
            "Remove the spaces around this label key."
        } else if is_listed {
            "Remove this label key: it is listed twice."
        } else {
            continue;
        };
        problems.push(Problem::new(Field::Labels(index), message));
    }
}
