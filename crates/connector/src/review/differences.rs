//! What goes and what comes, field by field.

use std::collections::BTreeMap;

use dt_api::{Config, Connector};

use super::{Line, Mark};
use crate::change::Change;
use crate::draft::{ConfigDraft, Draft, HttpPushDraft};
use crate::secret::{is_credential, without_password};

/// What stands for every event type.
const ALL_TYPES: &str = "All event types, also future ones";
/// What stands for a value that is not shown.
const MASK: &str = "••••••••";

pub fn lines(field: Change, before: &Draft, after: &Draft, original: &Connector) -> Vec<Line> {
    match field {
        Change::Status => replaced(switch_word(before.enabled), switch_word(after.enabled)),
        Change::Events => event_lines(before, after),
        Change::Labels => set_lines(&before.labels, &after.labels),
        Change::Headers => match (push(before), push(after)) {
            (Some(before), Some(after)) => header_lines(&before.headers(), &after.headers()),
            _ => Vec::new(),
        },
        Change::SignatureSecret => secret_line(after, original).into_iter().collect(),
        _ => text_lines(before.text(field).unwrap_or_default(), after.text(field).unwrap_or_default()),
    }
}

/// The value of a header as it may be shown.
pub fn masked(name: &str, value: &str) -> String {
    if is_credential(name) && !value.is_empty() { MASK.to_owned() } else { value.to_owned() }
}

/// Each header that comes, goes, or has another value.
fn header_lines(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<Line> {
    let shown = |name: &str, value: &str| format!("{name}: {}", masked(name, value));
    let gone = before.iter().filter(|(name, _)| !after.contains_key(*name));
    let mut lines: Vec<Line> =
        gone.map(|(name, value)| Line::new(Mark::Removed, shown(name, value))).collect();
    for (name, value) in after {
        match before.get(name) {
            None => lines.push(Line::new(Mark::Added, shown(name, value))),
            Some(old) if old == value => {}
            Some(_) if is_credential(name) => {
                lines.push(Line::new(Mark::Changed, format!("{name}: another value")));
            }
            Some(old) => lines.push(Line::new(Mark::Changed, format!("{name}: {old} → {value}"))),
        }
    }
    lines
}

fn push(draft: &Draft) -> Option<&HttpPushDraft> {
    match &draft.config {
        ConfigDraft::HttpPush(push) => Some(push),
        _ => None,
    }
}

fn switch_word(enabled: bool) -> &'static str {
    if enabled { "Enabled" } else { "Disabled" }
}

fn replaced(before: &str, after: &str) -> Vec<Line> {
    vec![Line::new(Mark::Removed, before), Line::new(Mark::Added, after)]
}

/// A URL may hold a password, which is not shown.
fn text_lines(before: &str, after: &str) -> Vec<Line> {
    let (shown_before, shown_after) = (without_password(before), without_password(after));
    if shown_before == shown_after {
        return vec![Line::new(Mark::Changed, format!("{shown_after} with another user name or password"))];
    }
    let empty = |text: &str| text.is_empty();
    let mut lines = Vec::new();
    if !empty(&shown_before) {
        lines.push(Line::new(Mark::Removed, shown_before));
    }
    if !empty(&shown_after) {
        lines.push(Line::new(Mark::Added, shown_after));
    }
    lines
}

fn event_lines(before: &Draft, after: &Draft) -> Vec<Line> {
    let names = |draft: &Draft| match draft.events() {
        Some(all) if all.is_empty() => vec![ALL_TYPES.to_owned()],
        Some(types) => types.iter().map(|event| event.as_str().to_owned()).collect(),
        None => Vec::new(),
    };
    set_lines(&names(before), &names(after))
}

fn set_lines(before: &[String], after: &[String]) -> Vec<Line> {
    let gone = before.iter().filter(|key| !after.contains(key));
    let new = after.iter().filter(|key| !before.contains(key));
    let mut lines: Vec<Line> = gone.map(|key| Line::new(Mark::Removed, key.as_str())).collect();
    lines.extend(new.map(|key| Line::new(Mark::Added, key.as_str())));
    if lines.is_empty() {
        lines.push(Line::new(Mark::Changed, "What stood there more than once"));
    }
    lines
}

fn secret_line(after: &Draft, original: &Connector) -> Option<Line> {
    let (ConfigDraft::HttpPush(draft), Config::HttpPush(config)) = (&after.config, &original.config) else {
        return None;
    };
    let new = draft.signature_secret.applied_to(&config.signature_secret);
    Some(match (config.signature_secret.is_empty(), new.is_empty()) {
        (true, _) => Line::new(Mark::Added, "Set"),
        (false, true) => Line::new(Mark::Removed, "Cleared"),
        (false, false) => Line::new(Mark::Changed, "Replaced"),
    })
}
