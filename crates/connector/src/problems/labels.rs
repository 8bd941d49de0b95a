//! Checks of label keys.

use super::{Field, Problem};

pub(super) fn check(labels: &[String], problems: &mut Vec<Problem>) {
    for (index, label) in labels.iter().enumerate() {
        let message = if label.trim().is_empty() {
            "Enter a label key, or remove it."
        } else if label.trim() != label {
            "Remove the spaces around this label key."
        } else if labels.iter().take(index).any(|earlier| earlier == label) {
            "Remove this label key: it is listed twice."
        } else {
            continue;
        };
        problems.push(Problem::new(Field::Labels(index), message));
    }
}
