use crate::page::{Page, click, replace_clipboard, settle};
use data_connector_console::ui::CopyButton;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

async fn outcome_where_the_clipboard(accepts: bool) -> Vec<String> {
    replace_clipboard(accepts);
    let page = Page::show(|| view! { <CopyButton text="https://example.com" label="Copy URL" /> }).await;
    assert_eq!(page.texts("[role=status]"), [""]);
    click(&page.button("Copy URL")).await;
    settle().await;
    page.texts("[role=status]")
}

#[wasm_bindgen_test]
async fn a_copy_is_announced() {
    assert_eq!(outcome_where_the_clipboard(true).await, ["Copied"]);
    let copied = js_sys::Reflect::get(&window(), &"copied".into()).unwrap();
    assert_eq!(copied.as_string().as_deref(), Some("https://example.com"));
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_leads_to_another_way() {
    assert_eq!(outcome_where_the_clipboard(false).await, ["Not copied: select the text and copy it"]);
}
