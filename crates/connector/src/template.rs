//! Text in which some parts are variables, as one string, so that JSON carries it unchanged.

use std::borrow::Cow;

/// Stands around the name of a variable, and twice for itself. Unicode never assigns it.
const MARK: char = '\u{FDD0}';

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Text(&'a str),
    Variable(&'a str),
}

/// A template that is nothing but this text.
pub(crate) fn literal(text: &str) -> Cow<'_, str> {
    if text.contains(MARK) { Cow::Owned(text.replace(MARK, "\u{FDD0}\u{FDD0}")) } else { Cow::Borrowed(text) }
}

/// A template that is nothing but this variable. No name is empty.
pub(crate) fn variable(name: &str) -> String {
    let mut template = String::from(MARK);
    template.extend(name.chars().filter(|character| *character != MARK));
    template.push(MARK);
    template
}

/// The parts of a template, in order.
pub(crate) fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let parts = template.split(MARK).enumerate();
    parts.filter_map(|(index, part)| match (index % 2 == 1, part) {
        (true, "") => Some(Piece::Text("\u{FDD0}")),
        (true, name) => Some(Piece::Variable(name)),
        (false, "") => None,
        (false, text) => Some(Piece::Text(text)),
    })
}

/// The template with each variable replaced.
pub(crate) fn filled(template: &str, mut value: impl FnMut(&mut String, &str)) -> String {
    let mut text = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Variable(name) => value(&mut text, name),
        }
    }
    text
}

/// The names of the template's variables.
pub(crate) fn variables(template: &str) -> impl Iterator<Item = &str> {
    pieces(template).filter_map(|piece| match piece {
        Piece::Variable(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// The text of a template without variables.
pub(crate) fn plain(template: &str) -> Option<String> {
    variables(template).next().is_none().then(|| filled(template, |_, _| ()))
}
