use crate::page::{Page, click, settle};
use data_connector_console::ui::{Notice, Toast, ToastRegion, Toasts, Tone};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

async fn region() -> (Page, Toasts) {
    let owned = RwSignal::new(None);
    let page = Page::show(move || {
        owned.set(Some(Toasts::provide()));
        view! { <ToastRegion /> }
    })
    .await;
    (page, owned.get_untracked().unwrap())
}

#[wasm_bindgen_test]
async fn messages_appear_in_a_polite_live_region_that_was_there_before_them() {
    let (page, toasts) = region().await;
    assert_eq!(
        page.find("section[aria-label=Notifications] ol").get_attribute("aria-live").as_deref(),
        Some("polite")
    );
    toasts.success("Saved.");
    toasts.error("Not saved.");
    settle().await;
    assert_eq!(page.texts("[aria-live] li > span:first-of-type"), ["Saved.", "Not saved."]);
}

#[wasm_bindgen_test]
async fn a_message_is_dismissed_by_its_button() {
    let (page, toasts) = region().await;
    toasts.error("First.");
    toasts.error("Second.");
    settle().await;
    click(&page.button("Dismiss")).await;
    assert_eq!(page.texts("li > span:first-of-type"), ["Second."]);
}

#[wasm_bindgen_test]
async fn what_a_message_offers_is_done_once_and_the_message_leaves() {
    let (page, toasts) = region().await;
    let undone = RwSignal::new(0);
    let undo = Callback::new(move |()| undone.update(|n| *n += 1));
    toasts.push(Toast::new(Tone::Info, "Disabled.").with_action("Undo", undo));
    settle().await;
    click(&page.button("Undo")).await;
    assert_eq!(undone.get_untracked(), 1);
    assert!(page.texts("li").is_empty());
}

#[wasm_bindgen_test]
async fn a_danger_is_announced_at_once_and_the_rest_politely() {
    let page = Page::show(|| {
        view! {
            <Notice tone=Tone::Danger title="Failed"><p>"Try again."</p></Notice>
            <Notice tone=Tone::Warning><p>"Look here."</p></Notice>
        }
    })
    .await;
    assert_eq!(page.texts("[role=alert]"), ["FailedTry again."]);
    assert_eq!(page.texts("[role=status]"), ["Look here."]);
}
