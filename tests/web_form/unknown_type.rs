use crate::mounted::{MountedForm, connector};
use crate::page::{click, fill, until};
use connector::Change;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn sample() -> Value {
    serde_json::from_str(include_str!("../../crates/api/samples/connector_unknown_type.json")).unwrap()
}

#[wasm_bindgen_test]
async fn a_connector_of_an_unknown_type_is_shown_as_json_when_asked_for() {
    let MountedForm { page, .. } = MountedForm::of(connector(&sample())).await;
    assert!(page.try_find("details pre").is_none(), "it may hold secrets");
    assert!(page.texts("[role=status]").concat().contains("This console does not know this type"));
    let summary: HtmlElement = page.find("summary").unchecked_into();
    assert_eq!(summary.text_content().as_deref(), Some("Show the connector as JSON"));
    click(&summary).await;
    until("the JSON is shown", || page.try_find("details pre").is_some()).await;
    let shown: Value = serde_json::from_str(&page.texts("details pre").concat()).unwrap();
    assert_eq!(shown, sample());
}

#[wasm_bindgen_test]
async fn what_every_connector_has_can_be_changed_and_nothing_else_is_sent() {
    let mounted = MountedForm::of(connector(&sample())).await;
    let page = &mounted.page;
    assert_eq!(page.texts("h2"), ["Data Connector", "Events to forward", "Labels"]);
    assert!(page.labelled("soundLevel").checked());
    assert!(mounted.changes().is_empty(), "an unknown status is no change");
    fill(&page.labelled("Display name"), "Of the future").await;
    assert_eq!(mounted.changes(), [Change::DisplayName]);
    let original = mounted.form.original().get_untracked().unwrap();
    let patch = mounted.form.with_untracked(|draft| draft.patch(&original));
    assert_eq!(patch, Some(json!({ "displayName": "Of the future" })));
}
