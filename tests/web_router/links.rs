use crate::page::{Page, click, settle};
use crate::visit::{Visit, address, entries, oslo};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, MouseEvent, MouseEventInit};

/// The link in the page.
fn link(page: &Page) -> HtmlElement {
    page.find("a")
}

/// A click on an element; `true` when the router takes it. What it leaves to the browser is not followed.
fn is_taken(element: &HtmlElement, init: &MouseEventInit) -> bool {
    init.set_bubbles(true);
    init.set_cancelable(true);
    let taken = RwSignal::new(false);
    let after_the_router = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        taken.set(event.default_prevented());
        event.prevent_default();
    });
    let listener = after_the_router.as_ref().unchecked_ref();
    window().add_event_listener_with_callback("click", listener).unwrap();
    let event = MouseEvent::new_with_mouse_event_init_dict("click", init).unwrap();
    element.dispatch_event(&event).unwrap();
    window().remove_event_listener_with_callback("click", listener).unwrap();
    taken.get_untracked()
}

#[wasm_bindgen_test]
async fn a_link_of_the_console_is_followed_without_loading_a_page() {
    let Visit { router, .. } = Visit::start();
    let page = Page::show(|| view! { <a href="/projects/oslo/dataconnectors?q=hub"><b>"Oslo"</b></a> }).await;
    let before = entries();
    assert!(is_taken(&page.find("b"), &MouseEventInit::new()));
    settle().await;
    assert_eq!(router.route().get_untracked(), oslo());
    assert_eq!(router.query().get_untracked(), "q=hub");
    assert_eq!(entries(), before + 1);
}

#[wasm_bindgen_test]
async fn unsaved_changes_hold_links_back() {
    let visit = Visit::start();
    visit.guarded();
    let page = Page::show(|| view! { <a href="/session">"Session"</a> }).await;
    assert!(is_taken(&link(&page), &MouseEventInit::new()));
    assert_eq!((visit.is_asked(), address().as_str()), (true, "/"));
    visit.router.leave();
    assert_eq!(address(), "/session");
}

#[wasm_bindgen_test]
async fn a_click_that_asks_for_a_new_tab_is_the_browsers() {
    let _visit = Visit::start();
    let page = Page::show(|| view! { <a href="/session">"Session"</a> }).await;
    let with = |set: fn(&MouseEventInit)| {
        let init = MouseEventInit::new();
        set(&init);
        init
    };
    for init in [
        with(|init| init.set_ctrl_key(true)),
        with(|init| init.set_meta_key(true)),
        with(|init| init.set_shift_key(true)),
        with(|init| init.set_button(1)),
    ] {
        assert!(!is_taken(&link(&page), &init));
        assert_eq!(address(), "/");
    }
}

#[wasm_bindgen_test]
async fn links_to_elsewhere_and_within_the_page_are_the_browsers() {
    let _visit = Visit::start();
    for view in [
        || view! { <a href="https://example.com/session">"Elsewhere"</a> }.into_any(),
        || view! { <a href="#content">"Skip to content"</a> }.into_any(),
        || view! { <a href="/session" target="_blank">"New tab"</a> }.into_any(),
        || view! { <a href="/session" download="session">"Download"</a> }.into_any(),
    ] as [fn() -> AnyView; 4]
    {
        let page = Page::show(view).await;
        assert!(!is_taken(&link(&page), &MouseEventInit::new()), "{:?}", page.texts("a"));
        assert_eq!(address(), "/");
    }
}

#[wasm_bindgen_test]
async fn a_click_that_something_else_has_dealt_with_leads_nowhere() {
    let _visit = Visit::start();
    let page = Page::show(|| {
        view! { <a href="/session" on:click=|event| event.prevent_default()>"Session"</a> }
    })
    .await;
    click(&link(&page)).await;
    assert_eq!(address(), "/");
}
