//! Laws that hold for every connector and every edit of its form, whatever DT has invented meanwhile.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod as_code;
mod edits;
mod merging;
mod server;
mod setting_up;
mod shell;
mod shown;

use connector::{Draft, Rules};
use dt_api::{Connector, arbitrary};
use edits::edited_draft;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use server::{Merge, patched};
use shown::Shown;

/// An edited form with something to send and nothing that must not be sent.
fn savable(draft: &Draft) -> bool {
    draft.forward_all || !draft.selected_events.is_empty()
}

fn fields(body: Option<Value>) -> Map<String, Value> {
    body.map_or_else(Map::new, |body| body.as_object().unwrap().clone())
}

proptest! {
    #[test]
    fn an_untouched_form_changes_nothing(original in arbitrary::connector()) {
        let draft = Draft::from(&original);
        prop_assert_eq!(draft.changes(&original), []);
        prop_assert_eq!(draft.patch(&original), None);
    }

    #[test]
    fn after_a_save_the_connector_is_what_the_form_showed((original, draft) in edited_draft()) {
        prop_assume!(savable(&draft));
        for merge in [Merge::ReplaceConfig, Merge::MergeConfig] {
            let saved = patched(&original, fields(draft.patch(&original)), merge);
            prop_assert_eq!(Shown::by_connector(&saved), Shown::by_draft(&draft, &original));
        }
    }

    #[test]
    fn a_save_loses_nothing_that_the_form_does_not_show((original, draft) in edited_draft()) {
        let saved = patched(&original, fields(draft.patch(&original)), Merge::ReplaceConfig);
        prop_assert_eq!(&saved.extra, &original.extra);
        prop_assert_eq!(server::config_extra(&saved), server::config_extra(&original));
        prop_assert_eq!(saved.config.kind(), original.config.kind());
    }

    #[test]
    fn every_patched_field_is_needed((original, draft) in edited_draft()) {
        prop_assume!(savable(&draft));
        let patch = fields(draft.patch(&original));
        for field in patch.keys() {
            let mut without = patch.clone();
            without.remove(field);
            let saved = patched(&original, without, Merge::ReplaceConfig);
            prop_assert_ne!(Shown::by_connector(&saved), Shown::by_draft(&draft, &original), "{}", field);
        }
    }

    #[test]
    fn a_form_has_changes_exactly_when_it_has_a_patch((original, draft) in edited_draft()) {
        prop_assume!(savable(&draft));
        prop_assert_eq!(draft.changes(&original).is_empty(), draft.patch(&original).is_none());
    }

    #[test]
    fn events_are_sent_empty_only_to_forward_all((original, draft) in edited_draft()) {
        for body in [draft.patch(&original), draft.create_body()].into_iter().flatten() {
            if body.get("events") == Some(&json!([])) {
                prop_assert!(draft.forward_all);
            }
        }
    }

    #[test]
    fn a_created_connector_is_what_the_form_showed((_, draft) in edited_draft()) {
        prop_assume!(savable(&draft));
        let mut body = fields(draft.create_body());
        body.insert("name".to_owned(), "projects/p/dataconnectors/d".into());
        let created = Connector::from_json(&Value::Object(body)).unwrap();
        let nothing_before = server::without_secret(&created);
        prop_assert_eq!(Shown::by_connector(&created), Shown::by_draft(&draft, &nothing_before));
    }

    #[test]
    fn problems_are_full_sentences_in_the_order_of_the_form((_, draft) in edited_draft()) {
        let problems = draft.problems(&Rules::default());
        prop_assert!(problems.is_sorted_by_key(|problem| problem.field));
        for problem in problems {
            prop_assert!(problem.message.starts_with(char::is_uppercase) && problem.message.ends_with('.'));
        }
    }
}
