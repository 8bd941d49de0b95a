use crate::mounted::{assert_invalid, cloud, is_valid, project};
use crate::page::{Page, click, fill, has_focus, send, settle, until};
use data_connector_console::data::Journal;
use data_connector_console::pages::connectors::NewConnector;
use data_connector_console::pages::project_scope::ProjectScope;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

async fn new_connector() -> Page {
    Page::show(move || {
        provide_context(cloud());
        Journal::provide();
        ProjectScope::provide(project());
        view! { <NewConnector /> }
    })
    .await
}

async fn choose_type(page: &Page, kind: &str) {
    let select: HtmlSelectElement = page.labelled("Type").unchecked_into();
    select.set_value(kind);
    send(&select, "change").await;
    settle().await;
}

#[wasm_bindgen_test]
async fn a_connector_without_an_endpoint_is_not_sent() {
    let page = new_connector().await;
    click(&page.button("Add Data Connector")).await;
    let url = page.labelled("Endpoint URL");
    assert_invalid(&url, "Enter the URL");
    until("the endpoint has the focus", || has_focus(&url)).await;
    assert!(page.try_find("form [role=alert]").is_none(), "nothing was sent that could fail");
}

#[wasm_bindgen_test]
async fn another_type_asks_for_its_own_fields_and_keeps_what_every_type_has() {
    let page = new_connector().await;
    fill(&page.labelled("Display name"), "Hub").await;
    click(&page.labelled("Forward All Events")).await;
    click(&page.labelled("motion")).await;
    choose_type(&page, "AWS_SQS").await;
    assert_eq!(page.texts("form h2"), ["Data Connector", "Events to forward", "Labels"]);
    assert_eq!(page.labelled("Queue URL").value(), "");
    assert_eq!(page.labelled("Display name").value(), "Hub");
    assert!(page.labelled("motion").checked());

    choose_type(&page, "HTTP_PUSH").await;
    assert_eq!(page.labelled("Endpoint URL").value(), "");
    page.button("Add header");
}

#[wasm_bindgen_test]
async fn problems_of_one_type_are_not_told_of_another() {
    let page = new_connector().await;
    click(&page.button("Add Data Connector")).await;
    choose_type(&page, "AZURE_EVENT_HUB").await;
    for label in ["Event hub URL", "Tenant ID", "Client ID"] {
        assert!(is_valid(&page.labelled(label)), "{label}");
    }
}

#[wasm_bindgen_test]
async fn a_failure_to_add_is_told_and_keeps_what_was_entered() {
    let page = new_connector().await;
    fill(&page.labelled("Endpoint URL"), "https://example.com/dt").await;
    click(&page.button("Add Data Connector")).await;
    until("the failure is told", || page.try_find("form [role=alert]").is_some()).await;
    assert_eq!(page.labelled("Endpoint URL").value(), "https://example.com/dt");
}
