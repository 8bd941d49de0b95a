//! What the form offers to choose from: event types and label keys.

use std::collections::{BTreeMap, BTreeSet};

use connector::event_catalog::{description, matches};
use connector::{EventGroup, label_suggestions};
use dt_api::{Device, EventType};

#[test]
fn every_known_event_type_is_in_exactly_one_group() {
    let grouped: Vec<_> = EventGroup::KNOWN.into_iter().flat_map(EventGroup::event_types).collect();
    assert_eq!(grouped.len(), EventType::KNOWN.len());
    assert_eq!(grouped.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(EventType::KNOWN));
    assert_eq!(EventGroup::of(&EventType::from("soundLevel")), EventGroup::Other);
    assert_eq!(EventGroup::Other.event_types().count(), 0);
}

#[test]
fn a_group_keeps_the_order_of_the_documentation() {
    for group in EventGroup::KNOWN {
        assert!(group.event_types().is_sorted(), "{group:?}");
    }
}

#[test]
fn every_known_event_type_has_a_description_of_its_own() {
    let descriptions: BTreeSet<_> = EventType::KNOWN.iter().map(description).collect();
    assert_eq!(descriptions.len(), EventType::KNOWN.len());
}

#[test]
fn an_event_type_is_found_by_words_of_its_name_description_or_group_in_any_case() {
    let found =
        |query: &str| EventType::KNOWN.into_iter().filter(|known| matches(known, query)).collect::<Vec<_>>();
    assert_eq!(found("").len(), 19);
    assert_eq!(found("TOUCHCOUNT"), [EventType::TouchCount]);
    assert_eq!(found("cellular ethernet"), [EventType::ConnectionStatus]);
    assert_eq!(found("ppm"), [EventType::Co2]);
    assert_eq!(found("counts"), [EventType::ObjectPresentCount, EventType::TouchCount]);
    assert_eq!(found("submarine"), []);
    assert!(matches(&EventType::from("soundLevel"), "sound"));
}

fn device(keys: &[&str]) -> Device {
    let labels: BTreeMap<_, _> = keys.iter().map(|key| ((*key).to_owned(), "value".to_owned())).collect();
    Device { name: "projects/p/devices/d".to_owned(), kind: "touch".to_owned(), labels, reported: Vec::new() }
}

#[test]
fn label_keys_are_suggested_by_how_many_devices_have_them_and_then_by_name() {
    let devices = [
        device(&["name", "room"]),
        device(&["name", "floor"]),
        device(&["name", "room", "area"]),
        device(&[]),
    ];
    let suggestions: Vec<_> = label_suggestions(&devices)
        .into_iter()
        .map(|suggestion| (suggestion.key, suggestion.devices))
        .collect();
    let expected = [("name", 3), ("room", 2), ("area", 1), ("floor", 1)];
    assert_eq!(suggestions, expected.map(|(key, devices)| (key.to_owned(), devices)));
    assert_eq!(label_suggestions(&[]), []);
}
