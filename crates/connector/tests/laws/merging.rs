//! Laws of merging and of taking back.

use std::collections::BTreeSet;

use connector::{ConfigDraft, Decisions, Draft, HeaderRow, Merge, Side, Subject, undo};
use dt_api::{Connector, arbitrary};
use proptest::prelude::*;

use super::edits::{Edit, edit};
use super::server::{Merge as Server, patched};
use super::shown::Shown;
use super::{fields, savable};

fn saved(draft: &Draft, original: &Connector) -> Connector {
    patched(original, fields(draft.patch(original)), Server::ReplaceConfig)
}

/// A connector whose form has no problems, and two edits of it that keep it so.
fn two_edits() -> impl Strategy<Value = (Connector, Draft, Draft)> {
    (arbitrary::connector(), edit(), edit()).prop_map(|(mut base, one, other)| {
        make_valid(&mut base);
        let drafts = [one, other].map(|edit: Edit| {
            let mut draft = Draft::from(&base);
            edit.apply(&mut draft);
            make_draft_valid(&mut draft);
            draft
        });
        let [one, other] = drafts;
        (base, one, other)
    })
}

/// What a server lets in: names of headers are the same whatever their case, and label keys are distinct.
fn make_valid(connector: &mut Connector) {
    let mut draft = Draft::from(&*connector);
    make_draft_valid(&mut draft);
    *connector = saved(&draft, connector);
}

fn make_draft_valid(draft: &mut Draft) {
    let mut known = BTreeSet::new();
    draft.labels.retain(|key| known.insert(key.clone()));
    if let ConfigDraft::HttpPush(push) = &mut draft.config {
        let mut known = BTreeSet::new();
        push.headers.retain(|HeaderRow { name, .. }| !name.is_empty() && known.insert(name.to_lowercase()));
    }
    if !savable(draft) {
        draft.forward_all = true;
    }
}

proptest! {
    #[test]
    fn merging_with_what_has_not_changed_is_the_draft_itself((base, mine, _) in two_edits()) {
        let merge = Merge::new(&base, &mine, &base, &Decisions::new());
        prop_assert!(merge.clashes.is_empty());
        prop_assert_eq!(merge.taken_over, []);
        prop_assert_eq!(saved(&merge.draft, &base), saved(&mine, &base));
    }

    #[test]
    fn an_untouched_draft_takes_over_all_that_others_changed((base, _, theirs) in two_edits()) {
        let theirs = saved(&theirs, &base);
        let merge = Merge::new(&base, &Draft::from(&base), &theirs, &Decisions::new());
        prop_assert!(merge.clashes.is_empty());
        prop_assert_eq!(merge.draft.patch(&theirs), None);
        prop_assert_eq!(merge.taken_over, Draft::from(&theirs).differences(&base));
    }

    #[test]
    fn changes_that_do_not_clash_give_the_same_in_both_orders((base, one, other) in two_edits()) {
        let (after_one, after_other) = (saved(&one, &base), saved(&other, &base));
        let first = Merge::new(&base, &one, &after_other, &Decisions::new());
        let second = Merge::new(&base, &other, &after_one, &Decisions::new());
        let subjects = |merge: &Merge| merge.clashes.iter().map(|clash| clash.subject.clone()).collect::<Vec<_>>();
        prop_assert_eq!(subjects(&first), subjects(&second));
        if first.clashes.is_empty() {
            prop_assert_eq!(
                Shown::by_connector(&saved(&first.draft, &after_other)),
                Shown::by_connector(&saved(&second.draft, &after_one))
            );
        }
    }


    #[test]
    fn what_both_changed_to_different_things_always_clashes_and_is_mine_or_theirs_as_decided(
        (base, draft, theirs) in two_edits()
    ) {
        let now = saved(&theirs, &base);
        let open = Merge::new(&base, &draft, &now, &Decisions::new());
        for field in draft.changes(&base) {
            let (Some(mine), Some(theirs)) = (draft.text(field), theirs.text(field)) else { continue };
            let both = theirs != Draft::from(&base).text(field).unwrap();
            let clashes = open.clashes.iter().any(|clash| clash.subject == Subject::Field(field));
            prop_assert_eq!(clashes, both && mine != theirs, "{:?}", field);
            if clashes {
                for (side, wanted) in [(Side::Mine, mine), (Side::Theirs, theirs)] {
                    let decisions = Decisions::from([(Subject::Field(field), side)]);
                    let decided = Merge::new(&base, &draft, &now, &decisions);
                    prop_assert_eq!(decided.draft.text(field), Some(wanted));
                }
            }
        }
    }

    #[test]
    fn taking_back_what_was_done_gives_what_was_before((before, draft, _) in two_edits()) {
        let after = saved(&draft, &before);
        let undone = undo::take_back(&before, &after, &after, &Decisions::new());
        prop_assert!(undone.clashes.is_empty());
        prop_assert_eq!(Shown::by_connector(&saved(&undone.draft, &after)), Shown::by_connector(&before));
    }

    #[test]
    fn what_is_added_again_has_all_that_the_deleted_one_had(connector in arbitrary::connector()) {
        let mut again = undo::added_again(&connector);
        again["name"] = connector.name.to_string().into();
        let again = Connector::from_json(&again).unwrap();
        prop_assert_eq!(Shown::by_connector(&again), Shown::by_connector(&connector));
        prop_assert_eq!(again.extra, connector.extra);
    }

    #[test]
    fn what_was_made_of_a_body_is_known_by_it_and_by_no_other(connector in arbitrary::connector(), name in "[a-z]{1,8}") {
        let body = undo::added_again(&connector);
        let made = Connector { status: body["status"].as_str().map_or(connector.status.clone(), Into::into), ..connector };
        prop_assert!(undo::is_made_from(&made, &body));
        let other = Connector { display_name: format!("{}{name}", made.display_name), ..made };
        prop_assert!(!undo::is_made_from(&other, &body));
    }
}
