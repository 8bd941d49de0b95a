use crate::mounted::{MountedForm, http_push, is_valid};
use crate::page::{click, fill, send, settle};
use connector::Change;
use dt_api::ConnectorKind;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn changes_are_counted_in_the_forms_order_whatever_comes_first() {
    let mounted = MountedForm::of(http_push(json!({}))).await;
    let page = &mounted.page;
    assert!(!mounted.form.unsaved().get_untracked());
    click(&page.button("Generate")).await;
    click(&page.button("Remove header 1")).await;
    click(&page.button("Remove floor")).await;
    click(&page.labelled("Forward All Events")).await;
    fill(&page.labelled("Endpoint URL"), "https://example.com").await;
    fill(&page.labelled("Display name"), "Hub").await;
    click(&page.labelled("Data Connector enabled")).await;
    let every = [
        Change::Status,
        Change::DisplayName,
        Change::Url,
        Change::Events,
        Change::Labels,
        Change::Headers,
        Change::SignatureSecret,
    ];
    assert_eq!(mounted.changes(), every);
    assert!(mounted.form.unsaved().get_untracked());
}

#[wasm_bindgen_test]
async fn discarding_shows_again_what_dt_cloud_keeps_and_tells_no_problem() {
    let mounted = MountedForm::of(http_push(json!({}))).await;
    let url = mounted.page.labelled("Endpoint URL");
    fill(&url, "nonsense").await;
    send(&url, "blur").await;
    click(&mounted.page.labelled("Forward All Events")).await;
    click(&mounted.page.button("Remove header 1")).await;
    assert!(!mounted.form.try_to_save());
    mounted.form.discard();
    settle().await;
    assert_eq!(url.value(), "https://ops.example.com/dt/events?site=oslo");
    assert!(is_valid(&url));
    assert!(mounted.page.labelled("temperature").checked());
    assert_eq!(mounted.page.labelled("Key of header 1").value(), "Authorization");
    assert!(mounted.changes().is_empty());
    fill(&url, "nonsense").await;
    assert!(is_valid(&url), "it has not been left, nor tried to save, since");
}

#[wasm_bindgen_test]
async fn a_save_shows_what_dt_cloud_keeps_which_may_differ_from_what_was_sent() {
    let mounted = MountedForm::of(http_push(json!({}))).await;
    let page = &mounted.page;
    fill(&page.labelled("Display name"), "  Hub").await;
    let reply = http_push(json!({
        "displayName": "Hub", "status": "SYSTEM_DISABLED", "events": ["co2"], "labels": ["room"],
        "httpConfig": { "url": "https://example.com/", "signatureSecret": "", "headers": { "X-Floor": "3" } },
    }));
    assert!(mounted.form.saved(&mounted.draft(), reply));
    settle().await;
    assert_eq!(page.labelled("Display name").value(), "Hub");
    assert!(!page.labelled("Data Connector enabled").checked());
    assert_eq!(page.labelled("Endpoint URL").value(), "https://example.com/");
    assert!(page.labelled("co2").checked() && !page.labelled("temperature").checked());
    page.button("Remove room");
    assert_eq!(page.labelled("Key of header 1").value(), "X-Floor");
    assert_eq!(page.labelled("Value of X-Floor").value(), "3");
    assert_eq!(page.labelled("Signature secret").value(), "");
    assert!(mounted.changes().is_empty());

    fill(&page.labelled("Display name"), "Building operations").await;
    assert_eq!(mounted.changes(), [Change::DisplayName], "it is held against the reply");
    mounted.form.discard();
    settle().await;
    assert_eq!(page.labelled("Display name").value(), "Hub");
}

#[wasm_bindgen_test]
async fn a_new_connector_is_unsaved_once_something_is_entered() {
    let MountedForm { page, form } = MountedForm::new(ConnectorKind::HttpPush).await;
    assert!(!form.unsaved().get_untracked());
    fill(&page.labelled("Display name"), "Hub").await;
    assert!(form.unsaved().get_untracked());
    fill(&page.labelled("Display name"), "").await;
    assert!(!form.unsaved().get_untracked());
}
