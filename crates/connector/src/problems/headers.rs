//! Checks of custom headers (RFC 9110 §5).

use super::{Field, Problem};
use crate::draft::HeaderRow;

pub(super) fn check(rows: &[HeaderRow], problems: &mut Vec<Problem>) {
    let filled = || rows.iter().enumerate().filter(|(_, row)| !row.is_blank());
    for (index, row) in filled() {
        let is_taken = || rows.iter().take(index).any(|earlier| earlier.name.eq_ignore_ascii_case(&row.name));
        let message = name_problem(&row.name).or_else(|| is_taken().then_some(NAME_IS_TAKEN));
        problems.extend(message.map(|message| Problem::new(Field::HeaderName(index), message)));
    }
    for (index, _) in filled().filter(|(_, row)| row.value.contains(is_forbidden_in_value)) {
        let message = "Remove the line breaks and control characters from the value.";
        problems.push(Problem::new(Field::HeaderValue(index), message));
    }
}

const NAME_IS_TAKEN: &str =
    "Rename or remove this header: an earlier row has the same name, and upper and lower case do not count.";

fn name_problem(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("Enter a name for this header, or remove its value.")
    } else if !name.bytes().all(is_token) {
        Some("Use only letters, digits and ! # $ % & ' * + - . ^ _ ` | ~ in the name of a header.")
    } else {
        None
    }
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn is_forbidden_in_value(character: char) -> bool {
    character.is_control() && character != '\t'
}
