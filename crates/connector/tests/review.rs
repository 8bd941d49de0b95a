//! What a save would change, in words.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed step fails the test"
)]

use connector::{ConfigDraft, Draft, HeaderRow, HttpPushDraft, Mark, Review, SecretChange};
use dt_api::{Connector, EventType};
use serde_json::json;

fn connector() -> Connector {
    Connector::from_json(&json!({
        "name": "projects/p/dataconnectors/d",
        "displayName": "Hub",
        "type": "HTTP_PUSH",
        "status": "ACTIVE",
        "events": [],
        "labels": ["name", "floor"],
        "httpConfig": {
            "url": "https://user:hunter2@a.example/",
            "signatureSecret": "first-secret",
            "headers": {"Authorization": "Bearer one", "X-Site": "oslo"},
        },
    }))
    .unwrap()
}

fn review(edit: impl FnOnce(&mut Draft)) -> Review {
    let mut draft = Draft::from(&connector());
    edit(&mut draft);
    draft.review(&connector())
}

fn push(draft: &mut Draft) -> &mut HttpPushDraft {
    match &mut draft.config {
        ConfigDraft::HttpPush(push) => push,
        other => panic!("{other:?}"),
    }
}

/// `-old` or `+new` or `~other`, of the only field that changes.
fn lines(review: &Review) -> Vec<String> {
    assert_eq!(review.differences.len(), 1);
    let lines = review.differences[0].lines.iter();
    lines
        .map(|line| {
            let mark = match line.mark {
                Mark::Added => '+',
                Mark::Removed => '-',
                Mark::Changed => '~',
            };
            format!("{mark}{}", line.text)
        })
        .collect()
}

#[test]
fn nothing_changed_is_nothing_to_review() {
    assert_eq!(review(|_| {}), Review::default());
}

#[test]
fn disabling_says_what_is_lost() {
    let review = review(|draft| draft.enabled = false);
    assert_eq!(lines(&review), ["-Enabled", "+Disabled"]);
    assert_eq!(review.consequences[0], "The queue of undelivered events is dropped.");
    assert!(!review.is_small());
}

#[test]
fn a_selection_in_place_of_all_types_says_that_new_types_stay_behind() {
    let review = review(|draft| {
        draft.forward_all = false;
        draft.selected_events.extend(["touch", "co2"].map(EventType::from));
    });
    assert_eq!(lines(&review), ["-All event types, also future ones", "+touch", "+co2"]);
    assert_eq!(
        review.consequences,
        ["Only event types “touch” and “co2” will be forwarded; types that DT adds later will not."]
    );
}

#[test]
fn labels_that_go_are_lost_from_payloads_and_labels_that_come_are_a_small_change() {
    let fewer = review(|draft| draft.labels = vec!["name".into()]);
    assert_eq!(lines(&fewer), ["-floor"]);
    assert_eq!(fewer.consequences, ["Payloads lose the label “floor”."]);
    assert!(!fewer.is_small());
    let more = review(|draft| draft.labels.push("room".into()));
    assert_eq!(lines(&more), ["+room"]);
    assert!(more.consequences.is_empty() && more.is_small());
}

#[test]
fn headers_change_row_by_row_and_their_credentials_are_not_shown() {
    let review = review(|draft| {
        let rows = &mut push(draft).headers;
        rows[0].value = "Bearer two".into();
        rows.remove(1);
        rows.push(HeaderRow { name: "X-Api-Key".into(), value: "k3y".into() });
    });
    assert_eq!(lines(&review), ["-X-Site: oslo", "~Authorization: another value", "+X-Api-Key: ••••••••"]);
    assert_eq!(review.consequences, ["Requests lose the header “X-Site”."]);
}

#[test]
fn a_secret_is_set_replaced_or_cleared_and_never_shown() {
    let replaced =
        review(|draft| push(draft).signature_secret = SecretChange::Replace("second-secret".into()));
    assert_eq!(lines(&replaced), ["~Replaced"]);
    assert_eq!(
        replaced.consequences,
        ["Receivers that check the signature will fail until they have the new secret."]
    );
    let cleared = review(|draft| push(draft).signature_secret = SecretChange::Clear);
    assert_eq!(lines(&cleared), ["-Cleared"]);
    for review in [replaced, cleared] {
        let shown = format!("{review:?}");
        assert!(!shown.contains("first-secret") && !shown.contains("second-secret"));
    }
}

#[test]
fn another_endpoint_is_shown_without_its_password() {
    let moved = review(|draft| push(draft).url = "https://user:hunter2@b.example/".into());
    assert_eq!(lines(&moved), ["-https://user:••••@a.example/", "+https://user:••••@b.example/"]);
    let password = review(|draft| push(draft).url = "https://user:other@a.example/".into());
    assert_eq!(lines(&password), ["~https://user:••••@a.example/ with another user name or password"]);
}
