//! Connectors that send the same events to the same place. All active connectors of a project receive all events that
//! pass their filter, and several may share an address (`dt-api.md` §3.5, §4).

use std::collections::BTreeSet;

use dt_api::{Connector, EventType, Status};

use super::findings::Findings;
use super::wording::{called, enumeration};
use super::{Lint, Surroundings};
use crate::draft::{ConfigDraft, Draft};
use crate::endpoint::endpoint;
use crate::problems::Field;
use crate::url_parts::UrlParts;

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    let (true, Some(events), Some((field, place))) =
        (draft.enabled, draft.events(), destination(&draft.config))
    else {
        return;
    };
    let is_active = |other: &&Connector| other.status == Status::Active;
    for other in surroundings.others().filter(is_active) {
        if normalized(&endpoint(&other.config)) == place
            && let Some(shared) = overlap(&events, &other.events)
        {
            let reason = format!(
                "“{}” sends {shared} to the same address, where each of these events would arrive twice. Disable one \
                 of the two connectors, or let them forward different event types.",
                called(other)
            );
            findings.add(Lint::warning(field, "Events arrive twice", reason));
        }
    }
}

/// The field that says where events go, and the place in a form in which the same place is the same text.
fn destination(config: &ConfigDraft) -> Option<(Field, String)> {
    let (field, place) = match config {
        ConfigDraft::HttpPush(draft) => (Field::Url, &draft.url),
        ConfigDraft::AzureServiceBus(draft) => (Field::Url, &draft.url),
        ConfigDraft::AzureEventHub(draft) => (Field::Url, &draft.url),
        ConfigDraft::GoogleCloudPubsub(draft) => (Field::Topic, &draft.topic),
        ConfigDraft::AwsSqs(draft) => (Field::QueueUrl, &draft.queue_url),
        ConfigDraft::Unknown(_) => return None,
    };
    (!place.is_empty()).then(|| (field, normalized(place)))
}

/// A URL without what makes no difference to where it leads (RFC 3986 §6.2): the case of scheme and host, the default
/// port, an empty path, the fragment, and who asks.
fn normalized(url: &str) -> String {
    let Some(parts) = UrlParts::of(url) else { return url.to_owned() };
    let scheme = parts.scheme.to_ascii_lowercase();
    let default_port = match scheme.as_str() {
        "https" => Some("443"),
        "http" => Some("80"),
        _ => None,
    };
    let port = parts.port.filter(|port| Some(port.trim_start_matches('0')) != default_port);
    let port = port.map_or_else(String::new, |port| format!(":{port}"));
    let path = parts.path_and_query();
    let slash = if path.starts_with('/') { "" } else { "/" };
    [&scheme, "://", &parts.host.to_lowercase(), &port, slash, path].concat()
}

/// What both lists of event types let through, where an empty one means all.
fn overlap(one: &[EventType], other: &[EventType]) -> Option<String> {
    let names = |events: &[EventType]| enumeration(events.iter().map(EventType::as_str));
    match (one, other) {
        ([], []) => Some("all events".to_owned()),
        ([], events) | (events, []) => Some(names(events)),
        (one, other) => {
            let other: BTreeSet<&EventType> = other.iter().collect();
            let shared: Vec<EventType> = one.iter().filter(|event| other.contains(event)).cloned().collect();
            (!shared.is_empty()).then(|| names(&shared))
        }
    }
}
