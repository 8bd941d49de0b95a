//! Label keys, beside those that devices have.

use connector::{Draft, Field, Lint, Severity, Surroundings};
use dt_api::Device;

use super::scenes::{device, fields, fixed, titles, with_url};

const NEARLY: &str = "A label key that is nearly right";
const UNUSED: &str = "Label keys that no device has";

fn with_labels(labels: &[&str]) -> Draft {
    Draft {
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        ..with_url("https://example.com")
    }
}

fn lints(labels: &[&str], devices: &[Device]) -> Vec<Lint> {
    with_labels(labels).lints(&Surroundings { devices: Some(devices), ..Surroundings::default() })
}

/// The key that is proposed instead of `typed` where devices have these keys.
fn meant(typed: &str, on_devices: &[&str]) -> Option<String> {
    let devices = [device(on_devices, &[])];
    let surroundings = Surroundings { devices: Some(&devices), ..Surroundings::default() };
    let draft = with_labels(&[typed]);
    let found = draft.lints(&surroundings);
    found.first()?.fix.as_ref()?;
    Some(fixed(draft, &surroundings).labels.remove(0))
}

#[test]
fn keys_that_devices_have_need_no_advice() {
    assert_eq!(lints(&["name", "room"], &[device(&["name"], &[]), device(&["room"], &[])]), []);
    assert_eq!(lints(&["anything"], &[]), []);
    assert_eq!(with_labels(&["anything"]).lints(&Surroundings::default()), []);
}

#[test]
fn a_key_that_is_nearly_right_is_replaced_by_the_one_that_is_meant() {
    for (typed, key) in [
        ("room-nr", "room_nr"),
        ("Room NR", "room_nr"),
        ("FLOOR", "floor"),
        ("rooms", "room"),
        ("room", "rooms"),
        ("buidling", "building"),
        ("bulding", "building"),
        ("buildingg", "building"),
        ("discription", "description"),
        ("desciptoin", "description"),
        ("nmae", "name"),
        ("etasje2", "Etasje-2"),
    ] {
        assert_eq!(meant(typed, &[key, "unrelated"]).as_deref(), Some(key), "{typed}");
    }
}

#[test]
fn keys_that_are_different_words_or_numbers_are_not_mistaken_for_each_other() {
    for (typed, key) in [
        ("floor1", "floor2"),
        ("floor", "floor2"),
        ("id", "ip"),
        ("room", "zone"),
        ("name", "nomad"),
        ("building", "bidding room"),
        ("--", "__"),
        ("floor", " floor"),
    ] {
        assert_eq!(meant(typed, &[key]), None, "{typed} {key}");
    }
}

#[test]
fn the_nearest_key_is_meant_and_of_equals_the_most_used() {
    assert_eq!(meant("rooom-nr", &["room_nr", "Rooom_nr"]).as_deref(), Some("Rooom_nr"));
    let devices = [device(&["door", "doon"], &[]), device(&["doon"], &[])];
    let found = lints(&["doom"], &devices);
    assert_eq!((titles(&found), found[0].severity), (vec![NEARLY], Severity::Warning));
    assert!(found[0].reason.starts_with("No device has a label “doom”, but 2 devices have “doon”."));
    assert_eq!(found[0].fix.as_ref().unwrap().label(), "Use “doon”");
    assert!(lints(&["Door"], &devices)[0].reason.contains("but 1 device has “door”"));
}

#[test]
fn a_key_that_is_listed_already_is_not_proposed() {
    let found = lints(&["room", "Room", "rooms"], &[device(&["room"], &[])]);
    assert_eq!(titles(&found), [UNUSED]);
    assert_eq!(fields(&found), [Some(Field::Labels(1))]);
}

#[test]
fn keys_that_no_device_has_are_told_together() {
    let found = lints(&["name", "alpha", "beta", "Name"], &[device(&["name"], &[])]);
    assert_eq!((titles(&found), found[0].severity), (vec![UNUSED], Severity::Notice));
    assert_eq!(fields(&found), [Some(Field::Labels(1))]);
    assert!(
        found[0].reason.starts_with("No device has a label “alpha”, “beta” and “Name”."),
        "{}",
        found[0].reason
    );
}

#[test]
fn keys_that_must_be_corrected_are_not_commented_on() {
    assert_eq!(lints(&["name", "", " name", "name"], &[device(&["name"], &[])]), []);
}

#[test]
fn a_long_key_is_compared_too() {
    let long = "x".repeat(100_000);
    assert_eq!(meant(&format!("{long}-"), &[&long]).as_deref(), Some(long.as_str()));
    assert_eq!(meant(&format!("{long}y"), &[&long]).as_deref(), Some(long.as_str()));
}
