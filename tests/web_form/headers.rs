use crate::mounted::{MountedForm, assert_invalid, http_push, is_valid};
use crate::page::{click, fill, has_focus, send, until};
use connector::Change;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

async fn with_headers(headers: Value) -> MountedForm {
    MountedForm::of(http_push(json!({ "httpConfig": { "headers": headers } }))).await
}

/// The headers that saving would leave.
fn saved_headers(mounted: &MountedForm) -> Value {
    let original = mounted.form.original().get_untracked().unwrap();
    let patch = mounted.form.with_untracked(|draft| draft.patch(&original));
    patch.unwrap()["httpConfig"]["headers"].clone()
}

/// Whether a value can be read over a shoulder.
fn is_readable(mounted: &MountedForm, label: &str) -> bool {
    mounted.page.labelled(label).type_() == "text"
}

#[wasm_bindgen_test]
async fn headers_are_rows_whose_values_are_named_by_their_keys() {
    let MountedForm { page, .. } = with_headers(json!({ "X-Floor": "3", "X-Site": "Oslo" })).await;
    assert_eq!(page.labelled("Key of header 1").value(), "X-Floor");
    assert_eq!(page.labelled("Value of X-Floor").value(), "3");
    assert_eq!(page.labelled("Key of header 2").value(), "X-Site");
    assert_eq!(page.labelled("Value of X-Site").value(), "Oslo");
}

#[wasm_bindgen_test]
async fn a_new_row_takes_the_focus_and_becomes_a_header_once_it_is_filled_in() {
    let mounted = with_headers(json!({ "X-Floor": "3" })).await;
    let page = &mounted.page;
    click(&page.button("Add header")).await;
    let key = page.labelled("Key of header 2");
    until("the new key has the focus", || has_focus(&key)).await;
    assert!(mounted.changes().is_empty(), "an empty row is none");
    fill(&key, "X-Site").await;
    fill(&page.labelled("Value of X-Site"), "Oslo").await;
    assert_eq!(mounted.changes(), [Change::Headers]);
    assert_eq!(saved_headers(&mounted), json!({ "X-Floor": "3", "X-Site": "Oslo" }));
}

#[wasm_bindgen_test]
async fn the_first_row_of_all_takes_the_focus_too() {
    let MountedForm { page, .. } = with_headers(json!({})).await;
    click(&page.button("Add header")).await;
    until("the new key has the focus", || has_focus(&page.labelled("Key of header 1"))).await;
}

#[wasm_bindgen_test]
async fn a_page_may_go_before_its_new_row_could_take_the_focus() {
    let failures = RwSignal::new(0);
    let listener =
        window_event_listener_untyped("error", move |_| failures.update(|failures| *failures += 1));
    let mounted = with_headers(json!({})).await;
    click(&mounted.page.button("Add header")).await;
    drop(mounted);
    let frames = RwSignal::new(0);
    request_animation_frame(move || frames.set(1));
    until("the frame has passed", || frames.get_untracked() == 1).await;
    listener.remove();
    assert_eq!(failures.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn a_removed_row_leaves_the_others_and_the_focus_on_add_header() {
    let mounted = with_headers(json!({ "A": "1", "B": "2", "C": "3" })).await;
    let page = &mounted.page;
    click(&page.button("Remove header 2")).await;
    assert!(has_focus(&page.button("Add header")));
    assert_eq!(page.labelled("Key of header 1").value(), "A");
    assert_eq!(page.labelled("Key of header 2").value(), "C");
    assert_eq!(page.labelled("Value of C").value(), "3");
    assert_eq!(saved_headers(&mounted), json!({ "A": "1", "C": "3" }));
    click(&page.button("Remove header 1")).await;
    click(&page.button("Remove header 1")).await;
    assert_eq!(saved_headers(&mounted), json!({}));
}

#[wasm_bindgen_test]
async fn the_same_name_in_another_case_is_told_at_the_second_row() {
    let MountedForm { page, form } = with_headers(json!({ "X-Floor": "3" })).await;
    click(&page.button("Add header")).await;
    let second = page.labelled("Key of header 2");
    fill(&second, "x-FLOOR").await;
    send(&second, "blur").await;
    assert_invalid(&second, "an earlier row has the same name");
    assert!(is_valid(&page.labelled("Key of header 1")));
    assert!(!form.try_to_save());
    fill(&second, "X-Room").await;
    assert!(is_valid(&second));
    assert!(form.try_to_save());
}

#[wasm_bindgen_test]
async fn a_name_that_http_does_not_allow_is_told_when_the_person_leaves_it() {
    let MountedForm { page, form } = with_headers(json!({ "X-Floor": "3" })).await;
    let key = page.labelled("Key of header 1");
    for illegal in ["X Floor", "X-Floor:", "Etasje-ø", "(x)"] {
        fill(&key, illegal).await;
        send(&key, "blur").await;
        assert_invalid(&key, "Use only letters, digits");
        assert!(!form.try_to_save(), "{illegal}");
    }
    fill(&key, "").await;
    assert_invalid(&key, "Enter a name for this header");
}

#[wasm_bindgen_test]
async fn a_value_that_would_break_the_request_is_told_at_the_value() {
    let MountedForm { page, form } = with_headers(json!({ "X-Floor": "3\u{1}" })).await;
    let value = page.labelled("Value of X-Floor");
    send(&value, "blur").await;
    assert_invalid(&value, "Remove the line breaks and control characters");
    assert!(is_valid(&page.labelled("Key of header 1")));
    assert!(!form.try_to_save());
}

#[wasm_bindgen_test]
async fn values_whose_names_look_like_credentials_are_masked() {
    let mounted =
        with_headers(json!({ "Authorization": "Bearer x", "X-Api-Key": "k", "X-Floor": "3" })).await;
    assert!(!is_readable(&mounted, "Value of Authorization"));
    assert!(!is_readable(&mounted, "Value of X-Api-Key"));
    assert!(is_readable(&mounted, "Value of X-Floor"));
}

#[wasm_bindgen_test]
async fn a_value_is_masked_as_soon_as_its_name_looks_like_a_credential() {
    let mounted = with_headers(json!({ "X-Floor": "3" })).await;
    fill(&mounted.page.labelled("Key of header 1"), "X-Token").await;
    assert!(!is_readable(&mounted, "Value of X-Token"));
    assert_eq!(mounted.page.labelled("Value of X-Token").value(), "3");
    fill(&mounted.page.labelled("Value of X-Token"), "t0ken").await;
    assert_eq!(saved_headers(&mounted), json!({ "X-Token": "t0ken" }));
}

#[wasm_bindgen_test]
async fn values_are_revealed_one_by_one() {
    let mounted = with_headers(json!({ "Authorization": "Bearer x", "X-Api-Key": "k" })).await;
    click(&mounted.page.button("Reveal Value of Authorization")).await;
    assert!(is_readable(&mounted, "Value of Authorization"));
    assert!(!is_readable(&mounted, "Value of X-Api-Key"));
}

#[wasm_bindgen_test]
async fn a_credential_that_takes_the_place_of_a_revealed_one_is_masked() {
    let mounted = with_headers(json!({ "A-Token": "1", "B-Token": "2" })).await;
    click(&mounted.page.button("Reveal Value of A-Token")).await;
    click(&mounted.page.button("Remove header 1")).await;
    assert_eq!(mounted.page.labelled("Value of B-Token").value(), "2");
    assert!(!is_readable(&mounted, "Value of B-Token"));
}
