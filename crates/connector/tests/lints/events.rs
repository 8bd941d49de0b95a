//! The selection of event types, beside what devices report.

use connector::{Draft, Field, Lint, Severity, Surroundings};
use dt_api::{Device, EventType};

use super::scenes::{device, fixed, titles, with_url};

const NOTHING: &str = "There is nothing to forward";
const IDLE: &str = "Event types that no device reports";
const LEFT_OUT: &str = "Some events are left out";

fn selecting(events: &[EventType]) -> Draft {
    Draft {
        forward_all: false,
        selected_events: events.iter().cloned().collect(),
        ..with_url("https://example.com")
    }
}

fn lints(draft: &Draft, devices: &[Device]) -> Vec<Lint> {
    draft.lints(&Surroundings { devices: Some(devices), ..Surroundings::default() })
}

#[test]
fn a_selection_of_all_that_is_reported_needs_no_advice() {
    let devices = [device(&[], &[EventType::Touch]), device(&[], &[EventType::Touch, EventType::Co2])];
    assert_eq!(
        lints(&selecting(&[EventType::Touch, EventType::Co2, EventType::LabelsChanged]), &devices),
        []
    );
    let all = Draft { forward_all: true, ..selecting(&[EventType::Motion]) };
    assert_eq!(lints(&all, &devices), []);
}

#[test]
fn while_devices_are_unknown_or_silent_nothing_is_said() {
    let draft = selecting(&[EventType::Motion]);
    assert_eq!(draft.lints(&Surroundings::default()), []);
    assert_eq!(lints(&draft, &[]), []);
    assert_eq!(lints(&draft, &[device(&[], &[])]), []);
    assert_eq!(lints(&selecting(&[]), &[]), []);
}

#[test]
fn selected_types_that_no_device_reports_can_be_deselected() {
    let devices = [device(&[], &[EventType::Touch]), device(&[], &[EventType::Touch])];
    let draft = selecting(&[EventType::Touch, EventType::Motion, EventType::from("soundLevel")]);
    let found = lints(&draft, &devices);
    assert_eq!((titles(&found), found[0].severity), (vec![IDLE], Severity::Notice));
    assert!(found[0].reason.starts_with("None of the project's 2 devices reports motion and soundLevel."));
    assert_eq!(found[0].fix.as_ref().unwrap().label(), "Deselect motion and soundLevel");
    let surroundings = Surroundings { devices: Some(&devices), ..Surroundings::default() };
    assert_eq!(fixed(draft, &surroundings), selecting(&[EventType::Touch]));
}

#[test]
fn a_selection_of_nothing_that_is_reported_is_a_warning() {
    let found = lints(&selecting(&[EventType::Motion]), &[device(&[], &[EventType::Touch])]);
    assert_eq!(titles(&found), [NOTHING, LEFT_OUT]);
    assert_eq!((found[0].severity, found[0].field), (Severity::Warning, Some(Field::Events)));
    assert!(
        found[0].reason.starts_with("The project's only device does not report motion, and nothing else")
    );
}

#[test]
fn labels_change_on_any_device() {
    let devices = [device(&[], &[EventType::Touch])];
    assert_eq!(titles(&lints(&selecting(&[EventType::LabelsChanged]), &devices)), [LEFT_OUT]);
}

#[test]
fn reported_types_that_are_left_out_can_be_added() {
    let devices = [device(&[], &[EventType::Touch, EventType::Co2]), device(&[], &[EventType::Humidity])];
    let draft = selecting(&[EventType::Co2]);
    let found = lints(&draft, &devices);
    assert_eq!((titles(&found), found[0].severity), (vec![LEFT_OUT], Severity::Notice));
    assert!(found[0].reason.contains("report touch and humidity,"));
    assert_eq!(found[0].fix.as_ref().unwrap().label(), "Also forward touch and humidity");
    let surroundings = Surroundings { devices: Some(&devices), ..Surroundings::default() };
    let all = selecting(&[EventType::Touch, EventType::Humidity, EventType::Co2]);
    assert_eq!(fixed(draft, &surroundings), all);
}

#[test]
fn a_long_list_is_counted() {
    let six = &EventType::KNOWN[..6];
    let [_, rest @ ..] = six else { panic!("six") };
    let label = |draft: &Draft| lints(draft, &[device(&[], six)])[0].fix.as_ref().unwrap().label();
    let five = "Also forward temperature, objectPresent, humidity, objectPresentCount and touchCount";
    assert_eq!(label(&selecting(&six[..1])), five);
    assert_eq!(rest.len(), 5);
    let found = lints(&selecting(&[EventType::Motion]), &[device(&[], six)]);
    let label = found[1].fix.as_ref().unwrap().label();
    assert_eq!(label, "Also forward touch, temperature, objectPresent, humidity and 2 more");
}
