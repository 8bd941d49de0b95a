//! What the form holds already, and placeholders for the rest.

use crate::template;

/// The text as a template, or the placeholder with this name while there is none that a cloud could know.
pub(super) fn or_placeholder(text: Option<&str>, placeholder: &str) -> String {
    match text.map(str::trim).filter(|text| is_name(text)) {
        Some(text) => template::literal(text).into_owned(),
        None => template::variable(placeholder),
    }
}

/// Whether a cloud's name or ID can look like this. What means more than itself does not: options, paths of files, paths
/// upwards, and the wildcards and variables of policies.
pub(super) fn is_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~+%=,@:/".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
        && text.bytes().all(allowed)
        && !text.contains("..")
}

/// What follows `collection` in the name of a resource, such as `projects/p/topics/t`.
pub(super) fn within<'a>(name: &'a str, collection: &str) -> Option<&'a str> {
    let mut segments = name.split('/').skip_while(|segment| *segment != collection);
    segments.nth(1)
}
