use crate::mounted::{assert_invalid, cloud, http_push, is_valid, project};
use crate::page::{Page, click, description, fill, has_focus, until};
use data_connector_console::data::Journal;
use data_connector_console::pages::connectors::edit::Editor;
use data_connector_console::pages::project_scope::ProjectScope;
use dt_api::Connector;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// The page of a connector that has been read.
async fn page_of(connector: Connector) -> Page {
    Page::show(move || {
        provide_context(cloud());
        Journal::provide();
        ProjectScope::provide(project());
        view! { <Editor connector /> }
    })
    .await
}

/// What the bar at the bottom of the form says.
fn summary(page: &Page) -> String {
    page.texts("form p[role=status]").concat()
}

#[wasm_bindgen_test]
async fn nothing_changed_is_nothing_to_update_or_to_discard() {
    let page = page_of(http_push(json!({}))).await;
    assert_eq!(summary(&page), "No changes");
    for name in ["Update Data Connector", "Discard"] {
        let button = page.button(name);
        assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"), "{name}");
        assert_eq!(description(&button), "Nothing has changed");
    }
}

#[wasm_bindgen_test]
async fn changes_are_counted_and_named_before_they_are_saved() {
    let page = page_of(http_push(json!({}))).await;
    fill(&page.labelled("Endpoint URL"), "https://example.com").await;
    assert_eq!(summary(&page), "1 change: Endpoint URL");
    fill(&page.labelled("Display name"), "Hub").await;
    assert_eq!(summary(&page), "2 changes: Display name, Endpoint URL");
    assert_eq!(page.button("Update Data Connector").get_attribute("aria-disabled"), None);
}

#[wasm_bindgen_test]
async fn discard_gives_the_changes_up() {
    let page = page_of(http_push(json!({}))).await;
    fill(&page.labelled("Display name"), "Hub").await;
    click(&page.button("Discard")).await;
    assert_eq!(summary(&page), "No changes");
    assert_eq!(page.labelled("Display name").value(), "Building operations");
}

#[wasm_bindgen_test]
async fn an_update_with_a_problem_is_not_sent_and_leads_to_the_first_problem() {
    let page = page_of(http_push(json!({}))).await;
    let (url, key) = (page.labelled("Endpoint URL"), page.labelled("Key of header 1"));
    fill(&key, "not allowed").await;
    fill(&url, "").await;
    click(&page.button("Update Data Connector")).await;
    assert_invalid(&url, "Enter the URL");
    assert_invalid(&key, "Use only letters");
    until("the first problem has the focus", || has_focus(&url)).await;
    assert!(page.try_find("form [role=alert]").is_none(), "nothing was sent that could fail");
}

#[wasm_bindgen_test]
async fn an_update_with_nothing_selected_leads_to_the_event_types() {
    let page = page_of(http_push(json!({}))).await;
    click(&page.button("Clear selection")).await;
    click(&page.button("Update Data Connector")).await;
    let picker = page.find("fieldset[aria-invalid=true]");
    assert!(description(&picker).contains("Choose at least one event type"));
    let inside = || picker.contains(document().active_element().as_deref());
    until("the focus is among the event types", inside).await;
}

#[wasm_bindgen_test]
async fn the_review_of_an_update_makes_way_for_signing_in_again_and_what_was_entered_stays() {
    let page = page_of(http_push(json!({}))).await;
    fill(&page.labelled("Display name"), "Hub").await;
    click(&page.button("Update Data Connector")).await;
    // Nobody is signed in here: the question whether others have changed it too is answered with a 401.
    until("the review makes way", || page.try_find("dialog[open]").is_none()).await;
    assert_eq!(page.labelled("Display name").value(), "Hub");
    assert_eq!(summary(&page), "1 change: Display name");
}

#[wasm_bindgen_test]
async fn a_connector_that_dt_cloud_disabled_says_why_and_can_be_enabled_again() {
    let page = page_of(http_push(json!({ "status": "SYSTEM_DISABLED" }))).await;
    assert!(page.texts("[role=alert]").concat().contains("Every delivery failed for 5 days"));
    click(&page.button("Enable again")).await;
    assert!(page.labelled("Data Connector enabled").checked());
    assert_eq!(summary(&page), "1 change: Data Connector enabled");
}

#[wasm_bindgen_test]
async fn a_connector_that_somebody_disabled_needs_no_explanation() {
    let page = page_of(http_push(json!({ "status": "USER_DISABLED" }))).await;
    assert!(page.try_find("[role=alert]").is_none());
    assert!(is_valid(&page.labelled("Endpoint URL")));
}
