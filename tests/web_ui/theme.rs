use crate::page::{Page, click, until};
use data_connector_console::ui::ThemeMenu;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn shown() -> Option<String> {
    document().document_element().unwrap().get_attribute("data-theme")
}

fn kept() -> Option<String> {
    window().local_storage().unwrap().unwrap().get_item("theme").unwrap()
}

async fn choose(page: &Page, name: &str) {
    click(&page.button("Colour theme")).await;
    until("the menu is open", || page.try_find("[role=menu]:popover-open").is_some()).await;
    click(&page.button(name)).await;
}

#[wasm_bindgen_test]
async fn a_chosen_theme_is_shown_and_kept_until_the_system_decides_again() {
    let page = Page::show(|| view! { <ThemeMenu /> }).await;
    choose(&page, "Dark").await;
    assert_eq!((shown().as_deref(), kept().as_deref()), (Some("dark"), Some("dark")));
    assert_eq!(page.texts("[role=menuitemradio][aria-checked=true]"), ["Dark"]);
    choose(&page, "As the system").await;
    assert_eq!((shown(), kept()), (None, None));
}
