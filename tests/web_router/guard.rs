use crate::page::{settle, until};
use crate::visit::{Visit, address, bergen, entries, oslo};
use data_connector_console::paths::Route;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn unsaved_changes_hold_a_navigation_back_until_the_person_leaves() {
    let visit = Visit::start();
    visit.guarded();
    let before = entries();
    visit.router.go(&oslo());
    assert!(visit.is_asked());
    assert_eq!((address().as_str(), entries()), ("/", before));
    assert_eq!(visit.router.route().get_untracked(), Route::Projects);
    visit.router.leave();
    assert!(!visit.is_asked());
    assert_eq!(address(), oslo().path());
}

#[wasm_bindgen_test]
async fn a_person_who_stays_is_asked_again_the_next_time() {
    let visit = Visit::start();
    visit.guarded();
    visit.router.go(&oslo());
    visit.router.stay();
    assert!(!visit.is_asked());
    assert_eq!(address(), "/");
    visit.router.go(&bergen());
    assert!(visit.is_asked());
    visit.router.leave();
    assert_eq!(address(), bergen().path(), "where the person wanted to go last");
}

#[wasm_bindgen_test]
async fn nobody_is_asked_once_the_changes_are_saved_or_the_page_is_gone() {
    let visit = Visit::start();
    let unsaved = visit.guarded();
    unsaved.set(false);
    visit.router.go(&oslo());
    assert_eq!((visit.is_asked(), address()), (false, oslo().path()));

    unsaved.set(true);
    visit.owner.cleanup();
    visit.router.go(&bergen());
    assert_eq!((visit.is_asked(), address()), (false, bergen().path()));
}

#[wasm_bindgen_test]
async fn back_is_taken_back_and_done_when_the_person_leaves() {
    let visit = Visit::start();
    let route = visit.router.route();
    visit.router.go(&oslo());
    visit.guarded();
    window().history().unwrap().back().unwrap();
    until("the person is asked", || visit.is_asked()).await;
    until("the address is put back", || address() == oslo().path()).await;
    assert_eq!(route.get_untracked(), oslo());

    visit.router.leave();
    until("Back is done", || route.get_untracked() == Route::Projects).await;
    assert_eq!(address(), "/");
}

#[wasm_bindgen_test]
async fn staying_after_back_leaves_the_history_as_it_was() {
    let visit = Visit::start();
    let route = visit.router.route();
    visit.router.go(&oslo());
    visit.router.go(&bergen());
    let unsaved = visit.guarded();
    window().history().unwrap().go_with_delta(-2).unwrap();
    until("the person is asked", || visit.is_asked()).await;
    until("the address is put back", || address() == bergen().path()).await;
    visit.router.stay();

    unsaved.set(false);
    visit.go_back_to(&oslo().path()).await;
    until("one step back is one step back", || route.get_untracked() == oslo()).await;
}

#[wasm_bindgen_test]
async fn a_place_that_takes_the_stead_of_a_saved_form_asks_nobody() {
    let visit = Visit::start();
    visit.guarded();
    visit.router.replace(&oslo());
    assert_eq!((visit.is_asked(), address()), (false, oslo().path()));
    visit.router.go(&bergen());
    assert_eq!((visit.is_asked(), address()), (false, bergen().path()));
}

#[wasm_bindgen_test]
async fn a_filter_is_no_departure() {
    let visit = Visit::start();
    visit.guarded();
    visit.router.replace_query("q=hub".to_owned());
    assert_eq!((visit.is_asked(), address().as_str()), (false, "/?q=hub"));
}

#[wasm_bindgen_test]
async fn an_action_that_takes_the_page_away_waits_for_the_persons_word() {
    let visit = Visit::start();
    let signed_out = RwSignal::new(0);
    let sign_out = Callback::new(move |()| signed_out.update(|times| *times += 1));
    visit.router.after_leaving(sign_out);
    assert_eq!(signed_out.get_untracked(), 1, "nothing is unsaved");

    visit.guarded();
    visit.router.after_leaving(sign_out);
    assert_eq!((visit.is_asked(), signed_out.get_untracked()), (true, 1));
    visit.router.stay();
    assert_eq!(signed_out.get_untracked(), 1);

    visit.router.after_leaving(sign_out);
    visit.router.leave();
    assert_eq!((visit.is_asked(), signed_out.get_untracked()), (false, 2));
}

#[wasm_bindgen_test]
async fn the_browser_asks_before_a_tab_with_unsaved_changes_closes() {
    let visit = Visit::start();
    assert!(closes_at_once().await);
    let unsaved = visit.guarded();
    assert!(!closes_at_once().await);
    unsaved.set(false);
    assert!(closes_at_once().await);
}

/// Whether the page lets its tab close, or be reloaded, without a question.
async fn closes_at_once() -> bool {
    let init = web_sys::EventInit::new();
    init.set_cancelable(true);
    let event = web_sys::Event::new_with_event_init_dict("beforeunload", &init).unwrap();
    let at_once = window().dispatch_event(&event).unwrap();
    settle().await;
    at_once
}
