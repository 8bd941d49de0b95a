//! Words that several pieces of advice are made of.

use dt_api::Connector;

/// How many items a sentence lists before it counts the rest.
const LISTED: usize = 4;

/// `a`, `a and b`, `a, b and c`, and no more than a sentence bears: `a, b, c, d and 3 more`.
pub(super) fn enumeration<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let mut listed: Vec<&str> = items.into_iter().collect();
    let more = listed.len().saturating_sub(LISTED);
    // One more is named rather than counted.
    let last = match more {
        0 | 1 => listed.pop().unwrap_or_default().to_owned(),
        _ => {
            listed.truncate(LISTED);
            format!("{more} more")
        }
    };
    if listed.is_empty() { last } else { format!("{} and {last}", listed.join(", ")) }
}

/// `1 device`, `2 devices`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// What a person knows the connector by.
pub(super) fn called(connector: &Connector) -> &str {
    if connector.display_name.trim().is_empty() {
        connector.name.connector.as_str()
    } else {
        &connector.display_name
    }
}
