//! Drafts, connectors and devices to advise about.

use connector::{ConfigDraft, Draft, Field, HeaderRow, HttpPushDraft, Lint, Rules, Surroundings};
use dt_api::{Connector, ConnectorKind, Device, EventType};
use serde_json::{Value, json};

pub const CLOUD: Rules = Rules { allow_loopback_http: false };

/// A time at which nothing in particular happens.
pub const NOW: u64 = 1_735_787_045;

pub fn http_push(config: HttpPushDraft) -> Draft {
    Draft { config: ConfigDraft::HttpPush(config), ..Draft::new(&ConnectorKind::HttpPush) }
}

pub fn with_url(url: &str) -> Draft {
    http_push(HttpPushDraft { url: url.to_owned(), ..HttpPushDraft::default() })
}

pub fn header(name: &str, value: &str) -> HeaderRow {
    HeaderRow { name: name.to_owned(), value: value.to_owned() }
}

pub fn with_headers(rows: &[(&str, &str)]) -> Draft {
    let mut draft = with_url("https://example.com");
    push(&mut draft).headers = rows.iter().map(|(name, value)| header(name, value)).collect();
    draft
}

pub fn push(draft: &mut Draft) -> &mut HttpPushDraft {
    let push = match &mut draft.config {
        ConfigDraft::HttpPush(push) => Some(push),
        _ => None,
    };
    push.unwrap()
}

/// A connector of HTTP push, active and forwarding all events unless the fields say otherwise.
pub fn connector(id: &str, display_name: &str, config: Value, fields: Value) -> Connector {
    let mut json = json!({
        "name": format!("projects/p/dataconnectors/{id}"), "displayName": display_name, "status": "ACTIVE",
        "type": "HTTP_PUSH", "httpConfig": config,
    });
    json.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    Connector::from_json(&json).unwrap()
}

pub fn device(labels: &[&str], reported: &[EventType]) -> Device {
    Device {
        name: "projects/p/devices/d".to_owned(),
        kind: "temperature".to_owned(),
        labels: labels.iter().map(|key| ((*key).to_owned(), "value".to_owned())).collect(),
        reported: reported.to_vec(),
    }
}

pub fn fields(lints: &[Lint]) -> Vec<Option<Field>> {
    lints.iter().map(|lint| lint.field).collect()
}

pub fn titles(lints: &[Lint]) -> Vec<&'static str> {
    lints.iter().map(|lint| lint.title).collect()
}

/// The lints of a draft beside which nothing is known.
pub fn alone(draft: &Draft) -> Vec<Lint> {
    draft.lints(&Surroundings::default())
}

/// The draft after the fix of its only lint.
pub fn fixed(mut draft: Draft, surroundings: &Surroundings) -> Draft {
    let lints = draft.lints(surroundings);
    assert_eq!(lints.len(), 1, "{lints:?}");
    lints.first().unwrap().fix.as_ref().unwrap().apply(&mut draft);
    draft
}
