use crate::page::{Page, click, fill, settle};
use data_connector_console::ui::SecretField;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_secret_is_masked_until_revealed_and_masked_again() {
    let page = Page::show(|| view! { <SecretField label="Secret" value="s3cr3t" on_input=|_| {} /> }).await;
    let input = page.labelled("Secret");
    assert_eq!(input.type_(), "password");
    click(&page.button("Reveal Secret")).await;
    assert_eq!((input.type_(), input.value()), ("text".to_owned(), "s3cr3t".to_owned()));
    click(&page.button("Hide Secret")).await;
    assert_eq!(input.type_(), "password");
}

#[wasm_bindgen_test]
async fn each_secret_is_revealed_by_itself() {
    let page = Page::show(|| {
        view! {
            <SecretField label="One" value="1" on_input=|_| {} />
            <SecretField label="Two" value="2" on_input=|_| {} />
        }
    })
    .await;
    click(&page.button("Reveal Two")).await;
    assert_eq!(page.labelled("One").type_(), "password");
    assert_eq!(page.labelled("Two").type_(), "text");
}

#[wasm_bindgen_test]
async fn a_secret_is_offered_for_copying_only_on_request() {
    let page = Page::show(|| {
        view! {
            <SecretField label="Typed" value="" on_input=|_| {} />
            <SecretField label="Kept" value="" on_input=|_| {} copyable=true />
        }
    })
    .await;
    page.button("Copy Kept");
    assert_eq!(page.texts(".copy-button").len(), 1);
}

#[wasm_bindgen_test]
async fn typing_a_secret_is_reported() {
    let typed = RwSignal::new(String::new());
    let page = Page::show(move || {
        view! { <SecretField label="Secret" value=typed on_input=move |text| typed.set(text) /> }
    })
    .await;
    fill(&page.labelled("Secret"), "n3w").await;
    assert_eq!(typed.get_untracked(), "n3w");
}

#[wasm_bindgen_test]
async fn a_secret_that_comes_under_another_name_is_masked() {
    let label = RwSignal::new("Value of Authorization".to_owned());
    let page = Page::show(move || view! { <SecretField label value="s3cr3t" on_input=|_| {} /> }).await;
    click(&page.button("Reveal Value of Authorization")).await;
    label.set("Value of X-Api-Key".to_owned());
    settle().await;
    assert_eq!(page.labelled("Value of X-Api-Key").type_(), "password");
}
