//! Texts from outside, as a person may trust to see them.
//!
//! A name, a label or a message may hold characters that nobody sees, or that make the text around them read in another order, so
//! that it passes for another one (<https://www.unicode.org/reports/tr36/>). [`parts`] takes them out of the text and names each
//! in its place; [`visible`] is the same as one text. What people write in any language, emoji among it, stays as it is.

mod hidden;

use std::borrow::Cow;

use hidden::hides;

/// Characters of the longest name that is shown whole.
pub const LONGEST_LINE: usize = 200;

/// Characters of the longest message that is shown whole.
const LONGEST_PARAGRAPH: usize = 1_000;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// To be shown as it is.
    Text(&'a str),
    /// A character that would hide, to be named.
    Hidden(char),
    /// So many characters more, which are left out.
    More(usize),
}

/// Where a text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A name, cut when it is very long.
    Line,
    /// A message, cut much later.
    Paragraph,
    /// Whole, with its line breaks and tabs, as code is.
    Lines,
}

/// Whether nothing in the text hides.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    with_neighbours(text).all(|(_, before, character, after)| !hides(before, character, after))
}

/// The text in parts, in order.
#[must_use]
pub fn parts(text: &str, place: Place) -> Vec<Part<'_>> {
    let (text, more) = match place {
        Place::Line => cut(text, LONGEST_LINE),
        Place::Paragraph => cut(text, LONGEST_PARAGRAPH),
        Place::Lines => (text, 0),
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for (index, before, character, after) in with_neighbours(text) {
        let is_layout = place == Place::Lines && matches!(character, '\n' | '\r' | '\t');
        if !is_layout && hides(before, character, after) {
            push_text(&mut parts, text.get(start..index));
            parts.push(Part::Hidden(character));
            start = index + character.len_utf8();
        }
    }
    push_text(&mut parts, text.get(start..));
    if more > 0 {
        parts.push(Part::More(more));
    }
    parts
}

/// The text of a line as one text, for where nothing else can stand: `Gate\u{202e}log` becomes `Gate[U+202E]log`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    match *parts(text, Place::Line).as_slice() {
        [] => Cow::Borrowed(""),
        [Part::Text(text)] => Cow::Borrowed(text),
        ref parts => Cow::Owned(parts.iter().map(written).collect()),
    }
}

/// The text without what hides.
#[must_use]
pub fn without_hidden(text: &str) -> String {
    let seen =
        with_neighbours(text).filter(|(_, before, character, after)| !hides(*before, *character, *after));
    seen.map(|(_, _, character, _)| character).collect()
}

/// The characters of the text that hide, each once, in order.
#[must_use]
pub fn hidden_in(text: &str) -> Vec<char> {
    let mut hidden: Vec<char> = with_neighbours(text)
        .filter(|(_, before, character, after)| hides(*before, *character, *after))
        .map(|(_, _, character, _)| character)
        .collect();
    hidden.sort_unstable();
    hidden.dedup();
    hidden
}

/// What a character is called: `U+202E`.
#[must_use]
pub fn name(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn written(part: &Part<'_>) -> String {
    match part {
        Part::Text(text) => (*text).to_owned(),
        Part::Hidden(character) => format!("[{}]", name(*character)),
        Part::More(count) => format!("… ({count} characters more)"),
    }
}

fn push_text<'a>(parts: &mut Vec<Part<'a>>, text: Option<&'a str>) {
    parts.extend(text.filter(|text| !text.is_empty()).map(Part::Text));
}

/// The beginning of a text that is too long, and how many characters come after it.
fn cut(text: &str, longest: usize) -> (&str, usize) {
    match text.char_indices().nth(longest) {
        Some((end, _)) => {
            let (shown, rest) = text.split_at_checked(end).unwrap_or((text, ""));
            (shown, rest.chars().count())
        }
        None => (text, 0),
    }
}

/// Each character with its place and with what stands before and after it.
fn with_neighbours(text: &str) -> impl Iterator<Item = (usize, Option<char>, char, Option<char>)> {
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (index, character) = characters.next()?;
        let after = characters.peek().map(|(_, after)| *after);
        Some((index, before.replace(character), character, after))
    })
}

#[cfg(test)]
mod tests;
