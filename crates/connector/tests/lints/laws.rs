//! Laws that hold for all advice, whatever is typed and whatever is known beside it.

use std::collections::BTreeSet;

use connector::{ConfigDraft, Draft, Field, Fix, HttpPushDraft, Lint, Surroundings};
use dt_api::EventType;
use proptest::collection::vec;
use proptest::prelude::*;

use super::anything::{HUSH, device, draft, known};
use super::scenes::http_push;

fn words(lint: &Lint) -> String {
    let label = lint.fix.as_ref().map(Fix::label).unwrap_or_default();
    format!("{} {} {label} {:?}", lint.title, lint.reason, lint.fix)
}

proptest! {
    #[test]
    fn a_fix_removes_its_lint_and_adds_no_problem(draft in draft(), known in known()) {
        let surroundings = known.surroundings();
        let problems = draft.problems(&surroundings.rules);
        for lint in draft.lints(&surroundings) {
            let Some(fix) = &lint.fix else { continue };
            let mut fixed = draft.clone();
            fix.apply(&mut fixed);
            prop_assert!(!fixed.lints(&surroundings).contains(&lint), "{:?}", lint);
            for problem in fixed.problems(&surroundings.rules) {
                prop_assert!(problems.contains(&problem), "{:?} adds {:?}", lint, problem);
            }
        }
    }

    #[test]
    fn a_fix_does_its_work_once(draft in draft(), known in known()) {
        for fix in draft.lints(&known.surroundings()).into_iter().filter_map(|lint| lint.fix) {
            let mut once = draft.clone();
            fix.apply(&mut once);
            prop_assert_ne!(&once, &draft);
            let mut twice = once.clone();
            fix.apply(&mut twice);
            prop_assert_eq!(twice, once);
        }
    }

    #[test]
    fn applying_fixes_comes_to_an_end(mut draft in draft(), known in known()) {
        for _ in 0..30 {
            let lints = draft.lints(&known.surroundings());
            let Some(fix) = lints.into_iter().find_map(|lint| lint.fix) else { return Ok(()) };
            fix.apply(&mut draft);
        }
        prop_assert!(false, "{:?}", draft.lints(&known.surroundings()));
    }

    #[test]
    fn a_fix_of_one_draft_may_be_applied_to_any(one in draft(), mut other in draft(), known in known()) {
        for fix in one.lints(&known.surroundings()).into_iter().filter_map(|lint| lint.fix) {
            fix.apply(&mut other);
        }
    }

    #[test]
    fn no_advice_holds_a_secret(draft in draft(), known in known()) {
        for lint in draft.lints(&known.surroundings()) {
            prop_assert!(!words(&lint).contains(HUSH), "{}", words(&lint));
        }
    }

    #[test]
    fn advice_does_not_depend_on_the_order_of_devices(draft in draft(), known in known(), turn in 0..5_usize) {
        let mut turned = known.clone();
        if let Some(devices) = &mut turned.devices {
            devices.reverse();
            let middle = turn.min(devices.len());
            devices.rotate_left(middle);
        }
        prop_assert_eq!(draft.lints(&known.surroundings()), draft.lints(&turned.surroundings()));
    }

    #[test]
    fn warnings_come_first_and_then_the_order_of_the_form(draft in draft(), known in known()) {
        let lints = draft.lints(&known.surroundings());
        prop_assert!(lints.is_sorted_by_key(|lint| (lint.severity, lint.field)));
    }

    #[test]
    fn a_field_with_a_problem_gets_no_advice(draft in draft(), known in known()) {
        let surroundings = known.surroundings();
        let wrong: BTreeSet<_> = draft.problems(&surroundings.rules).into_iter().map(|problem| problem.field).collect();
        for lint in draft.lints(&surroundings) {
            prop_assert!(lint.field.is_none_or(|field| !wrong.contains(&field)), "{:?}", lint);
        }
    }

    #[test]
    fn no_piece_of_advice_is_given_twice(draft in draft(), known in known()) {
        let lints = draft.lints(&Surroundings { connectors: None, ..known.surroundings() });
        let distinct: BTreeSet<_> = lints.iter().map(|lint| (lint.field, lint.title)).collect();
        prop_assert_eq!(distinct.len(), lints.len());
    }

    #[test]
    fn advice_is_full_sentences_in_plain_words(draft in draft(), known in known()) {
        for lint in draft.lints(&known.surroundings()) {
            prop_assert!(lint.title.starts_with(char::is_uppercase) && !lint.title.ends_with('.'), "{}", lint.title);
            prop_assert!(lint.reason.ends_with('.'), "{}", lint.reason);
        }
    }

    #[test]
    fn all_event_types_need_no_advice_about_events(draft in draft(), known in known()) {
        let mut draft = draft;
        draft.forward_all = true;
        let lints = draft.lints(&known.surroundings());
        prop_assert!(lints.iter().all(|lint| lint.field != Some(Field::Events)));
    }

    #[test]
    fn what_a_device_reports_is_never_called_unreported(draft in draft(), devices in vec(device(), 1..4)) {
        let reported: BTreeSet<EventType> = devices.iter().flat_map(|device| device.reported.clone()).collect();
        let lints = draft.lints(&Surroundings { devices: Some(&devices), ..Surroundings::default() });
        for fix in lints.into_iter().filter_map(|lint| lint.fix) {
            match fix {
                Fix::DeselectEvents(events) => prop_assert!(events.is_disjoint(&reported)),
                Fix::SelectEvents(events) => prop_assert!(events.is_subset(&reported)),
                _ => {}
            }
        }
    }
}

#[test]
fn an_unknown_type_of_connector_gets_no_advice_about_its_configuration() {
    let config =
        ConfigDraft::Unknown(serde_json::json!({ "type": "MQTT_PUSH", "url": "https://a:b@localhost" }));
    let draft = Draft { config, ..http_push(HttpPushDraft::default()) };
    assert_eq!(draft.lints(&Surroundings::default()), []);
}
