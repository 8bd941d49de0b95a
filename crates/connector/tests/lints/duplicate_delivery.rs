//! Connectors that send the same events to the same place.

use std::slice::from_ref;

use connector::{Draft, Field, Surroundings};
use dt_api::{Connector, EventType};
use serde_json::{Value, json};

use super::scenes::{connector, fields, titles, with_url};

const TWICE: &str = "Events arrive twice";

fn other(url: &str, fields: Value) -> Connector {
    connector("d2", "Ventilation", json!({ "url": url }), fields)
}

fn reasons(draft: &Draft, connectors: &[Connector]) -> Vec<String> {
    let lints = draft.lints(&Surroundings { connectors: Some(connectors), ..Surroundings::default() });
    assert!(lints.iter().all(|lint| lint.title == TWICE && lint.field == Some(Field::Url)), "{lints:?}");
    lints.into_iter().map(|lint| lint.reason).collect()
}

#[test]
fn the_same_address_in_another_spelling_is_the_same_address() {
    let same = [
        ("https://example.com/dt", "HTTPS://Example.COM:443/dt"),
        ("https://example.com", "https://example.com/#now"),
        ("https://example.com?a=b", "https://example.com/?a=b"),
        ("https://user:pass@example.com/", "https://example.com"),
    ];
    for (one, another) in same {
        let surroundings =
            Surroundings { connectors: Some(&[other(another, json!({}))]), ..Surroundings::default() };
        assert!(titles(&with_url(one).lints(&surroundings)).contains(&TWICE), "{one} {another}");
    }
}

#[test]
fn a_different_address_is_no_duplicate() {
    for another in [
        "https://example.com/DT",
        "https://example.com/dt/",
        "https://example.com:8443/dt",
        "https://example.com/dt?a",
    ] {
        assert_eq!(reasons(&with_url("https://example.com/dt"), &[other(another, json!({}))]), [""; 0]);
    }
}

#[test]
fn the_other_connector_and_the_shared_event_types_are_named() {
    let url = "https://example.com/dt";
    let mut draft = with_url(url);
    let all = other(url, json!({}));
    let some = other(url, json!({ "events": ["touch", "co2", "humidity"] }));
    assert!(
        reasons(&draft, from_ref(&all))[0].starts_with("“Ventilation” sends all events to the same address")
    );
    assert!(reasons(&draft, from_ref(&some))[0].contains("sends touch, co2 and humidity to"));
    draft.forward_all = false;
    draft.selected_events = [EventType::Co2, EventType::Motion].into();
    assert!(reasons(&draft, from_ref(&some))[0].contains("sends co2 to"));
    assert!(reasons(&draft, from_ref(&all))[0].contains("sends co2 and motion to"));
    draft.selected_events = [EventType::Motion].into();
    assert_eq!(reasons(&draft, from_ref(&some)), [""; 0]);
}

#[test]
fn a_connector_without_a_name_is_called_by_its_id() {
    let unnamed = connector("d2", " ", json!({ "url": "https://example.com" }), json!({}));
    assert!(reasons(&with_url("https://example.com"), &[unnamed])[0].starts_with("“d2”"));
}

#[test]
fn only_what_is_delivered_can_arrive_twice() {
    let url = "https://example.com";
    for status in ["USER_DISABLED", "SYSTEM_DISABLED", "PAUSED"] {
        assert_eq!(reasons(&with_url(url), &[other(url, json!({ "status": status }))]), [""; 0]);
    }
    let disabled = Draft { enabled: false, ..with_url(url) };
    let nothing = Draft { forward_all: false, ..with_url(url) };
    for draft in [disabled, nothing] {
        assert_eq!(reasons(&draft, &[other(url, json!({}))]), [""; 0]);
    }
}

#[test]
fn an_edited_connector_is_no_duplicate_of_itself() {
    let original = other("https://example.com", json!({}));
    let connectors = [original.clone()];
    let surroundings =
        Surroundings { original: Some(&original), connectors: Some(&connectors), ..Surroundings::default() };
    assert_eq!(Draft::from(&original).lints(&surroundings), []);
}

#[test]
fn the_queues_of_the_clouds_can_be_shared_too() {
    let queue = |id: &str| {
        let config = json!({ "queueUrl": "https://sqs.example.com/1/q", "awsRoleArn": "arn:aws:iam::1:role/r", "audience": "a" });
        connector(id, "", json!(null), json!({ "type": "AWS_SQS", "awsSqsConfig": config }))
    };
    let connectors = [queue("d1"), queue("d2")];
    let surroundings = Surroundings {
        original: Some(&connectors[0]),
        connectors: Some(&connectors),
        ..Surroundings::default()
    };
    assert_eq!(fields(&Draft::from(&connectors[0]).lints(&surroundings)), [Some(Field::QueueUrl)]);
}
