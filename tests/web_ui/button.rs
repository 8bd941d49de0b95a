use crate::page::{Page, click, description, has_focus, settle};
use data_connector_console::ui::{Button, IconName};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_button_without_the_right_says_why_keeps_the_focus_and_does_nothing() {
    let clicks = RwSignal::new(0);
    let reason = RwSignal::new(Some("Needs Project Developer.".to_owned()));
    let page = Page::show(move || {
        view! { <Button disabled_reason=reason on_click=move |()| clicks.update(|n| *n += 1)>"Delete"</Button> }
    })
    .await;
    let button = page.button("Delete");
    click(&button).await;
    assert_eq!(clicks.get_untracked(), 0);
    assert!(has_focus(&button));
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(description(&button), "Needs Project Developer.");

    reason.set(None);
    settle().await;
    assert_eq!(button.get_attribute("aria-disabled"), None);
    click(&button).await;
    assert_eq!(clicks.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_pending_button_is_busy_and_does_not_act_twice() {
    let clicks = RwSignal::new(0);
    let page = Page::show(move || {
        view! { <Button pending=true on_click=move |()| clicks.update(|n| *n += 1)>"Save"</Button> }
    })
    .await;
    let button = page.button("Save");
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));
    click(&button).await;
    assert_eq!(clicks.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn a_blocked_submit_button_does_not_submit_its_form() {
    let submits = RwSignal::new(0);
    let blocked = RwSignal::new(true);
    let page = Page::show(move || {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            submits.update(|n| *n += 1);
        };
        view! { <form on:submit=submit><Button submit=true pending=blocked>"Save"</Button></form> }
    })
    .await;
    click(&page.button("Save")).await;
    assert_eq!(submits.get_untracked(), 0);
    blocked.set(false);
    settle().await;
    click(&page.button("Save")).await;
    assert_eq!(submits.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn an_icon_alone_has_a_name() {
    let page = Page::show(|| view! { <Button icon=IconName::Refresh label="Refresh metrics" /> }).await;
    let button = page.button("Refresh metrics");
    assert_eq!(button.get_attribute("title").as_deref(), Some("Refresh metrics"));
    assert_eq!(page.find("svg").get_attribute("aria-hidden").as_deref(), Some("true"));
}
