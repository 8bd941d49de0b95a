use crate::mounted::{MountedForm, http_push};
use crate::page::{click, description, fill, replace_clipboard, settle};
use connector::{Change, SecretChange};
use dt_api::ConnectorKind;
use leptos::prelude::window;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const STORED: &str = "6f1c0d9a4be2435f8a7703c2d1e5b694";

async fn with_secret(secret: &str) -> MountedForm {
    MountedForm::of(http_push(json!({ "httpConfig": { "signatureSecret": secret } }))).await
}

/// The secret that the field holds, seen or not.
fn secret(mounted: &MountedForm) -> String {
    mounted.page.labelled("Signature secret").value()
}

fn is_masked(mounted: &MountedForm) -> bool {
    mounted.page.labelled("Signature secret").type_() == "password"
}

fn consequence(mounted: &MountedForm) -> String {
    description(&mounted.page.labelled("Signature secret"))
}

fn assert_change(mounted: &MountedForm, change: SecretChange) {
    assert!(mounted.http_push(|push| push.signature_secret == change));
}

#[wasm_bindgen_test]
async fn a_stored_secret_is_kept_and_masked_until_revealed() {
    let mounted = with_secret(STORED).await;
    assert_change(&mounted, SecretChange::Keep);
    assert!(is_masked(&mounted));
    click(&mounted.page.button("Reveal Signature secret")).await;
    assert_eq!((is_masked(&mounted), secret(&mounted).as_str()), (false, STORED));
    click(&mounted.page.button("Hide Signature secret")).await;
    assert!(is_masked(&mounted));
    assert!(mounted.changes().is_empty(), "looking changes nothing");
}

#[wasm_bindgen_test]
async fn a_typed_secret_replaces_the_stored_one_until_that_is_typed_back() {
    let mounted = with_secret(STORED).await;
    let input = mounted.page.labelled("Signature secret");
    fill(&input, "another").await;
    assert_change(&mounted, SecretChange::Replace("another".to_owned()));
    assert_eq!(mounted.changes(), [Change::SignatureSecret]);
    assert!(consequence(&mounted).contains("fail until they have the new secret"));
    fill(&input, STORED).await;
    assert_change(&mounted, SecretChange::Keep);
    assert!(mounted.changes().is_empty());
}

#[wasm_bindgen_test]
async fn a_cleared_secret_is_removed_with_a_warning() {
    let mounted = with_secret(STORED).await;
    click(&mounted.page.button("Clear")).await;
    assert_change(&mounted, SecretChange::Clear);
    assert_eq!(secret(&mounted), "");
    assert_eq!(mounted.changes(), [Change::SignatureSecret]);
    assert!(consequence(&mounted).contains("will reject every event"));
    mounted.form.discard();
    settle().await;
    assert_eq!(secret(&mounted), STORED);
}

#[wasm_bindgen_test]
async fn an_emptied_field_clears_too_and_is_no_error() {
    let mounted = with_secret(STORED).await;
    fill(&mounted.page.labelled("Signature secret"), "").await;
    assert_change(&mounted, SecretChange::Clear);
    assert!(mounted.form.try_to_save());
}

#[wasm_bindgen_test]
async fn a_generated_secret_is_64_hexadecimal_digits_masked_and_another_each_time() {
    let mounted = with_secret(STORED).await;
    let mut generated = Vec::new();
    for _ in 0..3 {
        click(&mounted.page.button("Generate")).await;
        assert!(is_masked(&mounted));
        let secret = secret(&mounted);
        assert_eq!(secret.len(), 64, "{secret}");
        assert!(secret.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')), "{secret}");
        assert_change(&mounted, SecretChange::Replace(secret.clone()));
        assert!(!generated.contains(&secret));
        generated.push(secret);
    }
}

#[wasm_bindgen_test]
async fn the_secret_is_copied_without_being_revealed() {
    replace_clipboard(true);
    let mounted = with_secret(STORED).await;
    click(&mounted.page.button("Copy Signature secret")).await;
    let copied = js_sys::Reflect::get(&window(), &"copied".into()).unwrap();
    assert_eq!(copied.as_string().as_deref(), Some(STORED));
    assert!(is_masked(&mounted));
}

#[wasm_bindgen_test]
async fn without_a_secret_nothing_is_signed_and_clearing_changes_nothing() {
    let mounted = with_secret("").await;
    assert!(consequence(&mounted).starts_with("Not set"));
    click(&mounted.page.button("Clear")).await;
    assert_change(&mounted, SecretChange::Keep);
    click(&mounted.page.button("Generate")).await;
    assert!(consequence(&mounted).contains("Give it to your receivers"));
}

#[wasm_bindgen_test]
async fn a_new_connector_can_have_a_secret_from_the_start() {
    let mounted = MountedForm::new(ConnectorKind::HttpPush).await;
    fill(&mounted.page.labelled("Signature secret"), "s3cret").await;
    let body = mounted.form.with_untracked(connector::Draft::create_body).unwrap();
    assert_eq!(body["httpConfig"]["signatureSecret"], "s3cret");
}

#[wasm_bindgen_test]
async fn a_saved_secret_is_the_stored_one_from_then_on() {
    let mounted = with_secret(STORED).await;
    fill(&mounted.page.labelled("Signature secret"), "another").await;
    let reply = http_push(json!({ "httpConfig": { "signatureSecret": "another" } }));
    assert!(mounted.form.saved(&mounted.draft(), reply));
    settle().await;
    assert_change(&mounted, SecretChange::Keep);
    assert_eq!(secret(&mounted), "another");
    assert!(mounted.changes().is_empty());
}
