//! Saving beside others: what they changed is taken over, and what both changed is asked about.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a failed step fails the test")]

use connector::{
    Change, ConfigDraft, Decisions, Draft, HeaderRow, Line, Mark, Merge, SecretChange, Side, Subject,
};
use dt_api::{Connector, EventType};
use serde_json::{Value, json};

fn connector(changes: Value) -> Connector {
    let mut json = json!({
        "name": "projects/p/dataconnectors/d",
        "displayName": "Hub",
        "type": "HTTP_PUSH",
        "status": "ACTIVE",
        "events": ["touch", "temperature"],
        "labels": ["name", "floor"],
        "httpConfig": {
            "url": "https://a.example/",
            "signatureSecret": "first-secret",
            "headers": {"Authorization": "Bearer one", "X-Site": "oslo"},
        },
    });
    merge(&mut json, changes);
    Connector::from_json(&json).unwrap()
}

fn merge(into: &mut Value, changes: Value) {
    for (key, value) in changes.as_object().unwrap() {
        if into[key].is_object() && key == "httpConfig" {
            merge(&mut into[key], value.clone());
        } else {
            into[key] = value.clone();
        }
    }
}

fn mine(edit: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = Draft::from(&connector(json!({})));
    edit(&mut draft);
    draft
}

fn push(draft: &mut Draft) -> &mut connector::HttpPushDraft {
    match &mut draft.config {
        ConfigDraft::HttpPush(push) => push,
        other => panic!("{other:?}"),
    }
}

fn merged(mine: &Draft, theirs: Value) -> Merge {
    Merge::new(&connector(json!({})), mine, &connector(theirs), &Decisions::new())
}

#[test]
fn another_field_that_changed_meanwhile_is_taken_over_and_shown() {
    let merge = merged(&mine(|draft| draft.display_name = "Hub 2".into()), json!({"labels": ["name"]}));
    assert!(merge.is_decided());
    assert_eq!(merge.draft.display_name, "Hub 2");
    assert_eq!(merge.draft.labels, ["name"]);
    assert_eq!(merge.taken_over.len(), 1);
    assert_eq!(merge.taken_over[0].field, Change::Labels);
    assert_eq!(merge.taken_over[0].lines, [Line { mark: Mark::Removed, text: "floor".into() }]);
}

#[test]
fn the_same_change_on_both_sides_is_no_clash() {
    let merge = merged(&mine(|draft| draft.display_name = "Hub 2".into()), json!({"displayName": "Hub 2"}));
    assert!(merge.is_decided());
    assert_eq!(merge.draft.patch(&connector(json!({"displayName": "Hub 2"}))), None);
}

#[test]
fn a_field_that_both_changed_is_mine_until_decided_otherwise() {
    let (base, theirs) = (connector(json!({})), connector(json!({"displayName": "Theirs"})));
    let mine = mine(|draft| draft.display_name = "Mine".into());
    let open = Merge::new(&base, &mine, &theirs, &Decisions::new());
    assert!(!open.is_decided());
    let clash = &open.clashes[0];
    assert_eq!(
        (clash.subject.label().as_str(), &*clash.mine, &*clash.theirs),
        ("Display name", "Mine", "Theirs")
    );
    assert_eq!(open.draft.display_name, "Mine");
    let decisions = Decisions::from([(clash.subject.clone(), Side::Theirs)]);
    let decided = Merge::new(&base, &mine, &theirs, &decisions);
    assert!(decided.is_decided());
    assert_eq!(decided.draft.display_name, "Theirs");
}

#[test]
fn label_keys_and_event_types_merge_one_by_one() {
    let mine = mine(|draft| {
        draft.labels = vec!["floor".into(), "room".into()];
        draft.selected_events.insert(EventType::from("co2"));
    });
    let merge = merged(&mine, json!({"labels": ["name", "floor", "site"], "events": ["touch"]}));
    assert!(merge.is_decided());
    assert_eq!(merge.draft.labels, ["floor", "site", "room"]);
    let events: Vec<_> = merge.draft.selected_events.iter().map(EventType::as_str).collect();
    assert_eq!(events, ["touch", "co2"]);
}

#[test]
fn a_selection_never_merges_into_nothing_which_would_mean_everything() {
    let mine = mine(|draft| draft.selected_events.retain(|event| *event != EventType::from("touch")));
    let merge = merged(&mine, json!({"events": ["touch"]}));
    assert_eq!(merge.clashes[0].subject, Subject::Field(Change::Events));
    assert!(!merge.draft.selected_events.is_empty());
}

#[test]
fn forwarding_all_clashes_with_another_selection() {
    let mine = mine(|draft| draft.selected_events.extend([EventType::from("co2")]));
    let merge = merged(&mine, json!({"events": []}));
    assert_eq!(merge.clashes[0].theirs, "All event types, also future ones");
}

#[test]
fn headers_merge_one_by_one_whatever_the_case_of_their_names() {
    let mine = mine(|draft| {
        push(draft).headers.push(HeaderRow { name: "X-New".into(), value: "1".into() });
        push(draft).headers[1].value = "bergen".into();
    });
    let headers = json!({"Authorization": "Bearer two", "x-site": "oslo"});
    let merge = merged(&mine, json!({"httpConfig": {"headers": headers}}));
    assert_eq!(merge.clashes.len(), 1);
    assert_eq!(merge.clashes[0].subject, Subject::Header("x-site".into()));
    let mut draft = merge.draft;
    let rows: Vec<_> = push(&mut draft).headers.iter().map(|row| (&*row.name, &*row.value)).collect();
    assert_eq!(rows, [("Authorization", "Bearer two"), ("X-Site", "bergen"), ("X-New", "1")]);
}

#[test]
fn a_secret_that_others_changed_is_kept_as_theirs_and_two_new_ones_clash() {
    let theirs = || json!({"httpConfig": {"signatureSecret": "their-secret"}});
    let mut kept = merged(&mine(|_| {}), theirs()).draft;
    assert_eq!(push(&mut kept).signature_secret, SecretChange::Keep);
    let mine = mine(|draft| push(draft).signature_secret = SecretChange::Replace("my-secret".into()));
    let merge = merged(&mine, theirs());
    assert_eq!((&*merge.clashes[0].mine, &*merge.clashes[0].theirs), ("Replaced", "Replaced"));
    assert!(!format!("{merge:?}").contains("their-secret"));
}
