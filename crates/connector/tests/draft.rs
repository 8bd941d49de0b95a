//! What a form shows, and what it would change.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use std::collections::BTreeSet;

use connector::{Change, ConfigDraft, Draft, HeaderRow, SecretChange};
use dt_api::{Connector, ConnectorKind, EventType, Status};
use serde_json::{Value, json};

fn connector(fields: Value) -> Connector {
    let mut connector = json!({
        "name": "projects/p/dataconnectors/d", "displayName": "Building operations", "type": "HTTP_PUSH",
        "status": "ACTIVE", "events": [], "labels": ["name", "floor"],
        "httpConfig": {
            "url": "https://ops.example.com/dt", "signatureSecret": "old secret", "headers": { "X-Site": "Oslo" },
        },
    });
    connector.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    Connector::from_json(&connector).unwrap()
}

fn draft_of(fields: Value) -> Draft {
    Draft::from(&connector(fields))
}

#[test]
fn a_new_connector_is_enabled_forwards_all_and_includes_no_labels() {
    for kind in ConnectorKind::KNOWN {
        let draft = Draft::new(&kind);
        assert!(
            draft.enabled && draft.forward_all && draft.selected_events.is_empty() && draft.labels.is_empty()
        );
        assert_eq!(draft.config.kind(), kind);
    }
}

#[test]
fn a_connector_without_events_forwards_all() {
    assert!(draft_of(json!({ "events": [] })).forward_all);
    let draft = draft_of(json!({ "events": ["touch", "soundLevel"] }));
    assert!(!draft.forward_all);
    let selected = [EventType::Touch, EventType::Unknown("soundLevel".to_owned())];
    assert_eq!(draft.selected_events, BTreeSet::from(selected));
}

#[test]
fn only_an_active_connector_shows_as_enabled() {
    assert!(draft_of(json!({ "status": "ACTIVE" })).enabled);
    for status in ["USER_DISABLED", "SYSTEM_DISABLED", "PAUSED", ""] {
        assert!(!draft_of(json!({ "status": status })).enabled, "{status}");
    }
}

#[test]
fn headers_are_rows_in_the_order_of_names_and_the_secret_is_not_in_the_draft() {
    let config =
        json!({ "url": "https://a.example", "signatureSecret": "s", "headers": { "B": "2", "A": "1" } });
    let ConfigDraft::HttpPush(draft) = draft_of(json!({ "httpConfig": config })).config else {
        panic!("HTTP_PUSH")
    };
    let row = |name: &str, value: &str| HeaderRow { name: name.to_owned(), value: value.to_owned() };
    assert_eq!(draft.headers, [row("A", "1"), row("B", "2")]);
    assert_eq!(draft.signature_secret, SecretChange::Keep);
}

#[test]
fn an_unknown_connector_is_shown_whole() {
    let original = connector(json!({ "type": "MQTT_PUSH", "mqttConfig": { "qualityOfService": 1 } }));
    assert_eq!(Draft::from(&original).config, ConfigDraft::Unknown(original.to_json()));
}

#[test]
fn a_draft_prints_no_secrets() {
    let config =
        json!({ "url": "https://a:hush@b.example", "signatureSecret": "hush", "headers": { "X": "hush" } });
    let mut draft = draft_of(json!({ "httpConfig": config }));
    if let ConfigDraft::HttpPush(config) = &mut draft.config {
        config.signature_secret = SecretChange::Replace("hush".to_owned());
    }
    let unknown = draft_of(json!({ "type": "NEW", "newConfig": { "key": "hush" } }));
    let printed = format!("{draft:?} {unknown:?}");
    assert!(!printed.contains("hush"), "{printed}");
}

#[test]
fn changes_are_named_as_the_form_names_them_and_in_its_order() {
    let original = connector(json!({}));
    let mut draft = Draft::from(&original);
    assert_eq!(draft.changes(&original), []);
    draft.enabled = false;
    draft.display_name.clear();
    draft.forward_all = false;
    draft.selected_events.insert(EventType::Touch);
    draft.labels.pop();
    if let ConfigDraft::HttpPush(config) = &mut draft.config {
        config.url.push('2');
        config.headers.clear();
        config.signature_secret = SecretChange::Clear;
    }
    let labels: Vec<_> = draft.changes(&original).into_iter().map(Change::label).collect();
    let expected = ["Data Connector enabled", "Display name", "Endpoint URL", "Events to forward", "Labels"];
    assert_eq!(labels, [&expected[..], &["Custom headers", "Signature secret"]].concat());
}

#[test]
fn what_looks_the_same_is_no_change() {
    let original =
        connector(json!({ "events": ["humidity", "touch", "touch"], "labels": ["name", "floor"] }));
    let mut draft = Draft::from(&original);
    draft.labels.reverse();
    if let ConfigDraft::HttpPush(config) = &mut draft.config {
        config.headers.push(HeaderRow::default());
        config.signature_secret = SecretChange::Replace("old secret".to_owned());
    }
    assert_eq!(draft.changes(&original), []);
}

#[test]
fn the_selection_is_kept_while_all_events_are_forwarded() {
    let original = connector(json!({ "events": ["touch"] }));
    let mut draft = Draft::from(&original);
    draft.forward_all = true;
    assert_eq!(draft.changes(&original), [Change::Events]);
    draft.forward_all = false;
    assert_eq!(draft.changes(&original), []);
}

#[test]
fn an_empty_selection_is_a_change_from_forwarding_all() {
    let original = connector(json!({ "events": [] }));
    let mut draft = Draft::from(&original);
    draft.forward_all = false;
    assert_eq!(draft.changes(&original), [Change::Events]);
}

#[test]
fn a_connector_disabled_by_dt_cloud_can_be_enabled_again() {
    let original = connector(json!({ "status": "SYSTEM_DISABLED" }));
    assert_eq!(original.status, Status::SystemDisabled);
    let mut draft = Draft::from(&original);
    assert_eq!(draft.patch(&original), None);
    draft.enabled = true;
    assert_eq!(draft.patch(&original), Some(json!({ "status": "ACTIVE" })));
}
