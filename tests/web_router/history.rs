use crate::page::{Page, settle, until};
use crate::visit::{Visit, address, bergen, entries, oslo};
use data_connector_console::paths::Route;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn going_to_a_place_adds_an_entry_with_its_address() {
    let Visit { router, .. } = Visit::start();
    let route = router.route();
    let before = entries();
    router.go(&oslo());
    assert_eq!(route.get_untracked(), oslo());
    assert_eq!(address(), "/projects/oslo/dataconnectors");
    assert_eq!(entries(), before + 1);
}

#[wasm_bindgen_test]
async fn the_browsers_buttons_move_through_the_places() {
    let visit = Visit::start();
    let route = visit.router.route();
    visit.router.go(&oslo());
    visit.router.go(&bergen());
    visit.go_back_to(&oslo().path()).await;
    until("the route follows Back", || route.get_untracked() == oslo()).await;
    window().history().unwrap().forward().unwrap();
    until("the route follows Forward", || route.get_untracked() == bergen()).await;
}

#[wasm_bindgen_test]
async fn a_query_changes_in_place_so_that_back_leaves_the_whole_page() {
    let visit = Visit::start();
    let (router, query) = (visit.router, visit.router.query());
    router.go(&oslo());
    let before = entries();
    for typed in ["q=h", "q=hu", "q=hub&sort=name"] {
        router.replace_query(typed.to_owned());
    }
    assert_eq!(query.get_untracked(), "q=hub&sort=name");
    assert_eq!(address(), "/projects/oslo/dataconnectors?q=hub&sort=name");
    assert_eq!(entries(), before);
    visit.go_back_to("/").await;
    until("the route follows", || router.route().get_untracked() == Route::Projects).await;
    assert_eq!(query.get_untracked(), "");
}

#[wasm_bindgen_test]
async fn an_empty_query_leaves_no_question_mark() {
    let Visit { router, .. } = Visit::start();
    router.replace_query("q=hub".to_owned());
    router.replace_query(String::new());
    assert_eq!(address(), "/");
    assert!(!window().location().href().unwrap().ends_with('?'));
}

#[wasm_bindgen_test]
async fn a_query_is_kept_when_the_person_comes_back_to_it() {
    let visit = Visit::start();
    let query = visit.router.query();
    visit.router.replace_query("q=hub".to_owned());
    visit.router.go(&oslo());
    assert_eq!(query.get_untracked(), "", "another place has its own query");
    visit.go_back_to("/?q=hub").await;
    until("the query is read again", || query.get_untracked() == "q=hub").await;
}

#[wasm_bindgen_test]
async fn a_place_can_take_the_stead_of_another() {
    let visit = Visit::start();
    visit.router.go(&oslo());
    let before = entries();
    visit.router.replace(&bergen());
    assert_eq!((address(), entries()), (bergen().path(), before));
    visit.go_back_to("/").await;
}

#[wasm_bindgen_test]
async fn a_change_of_the_query_alone_does_not_make_another_place() {
    let Visit { router, .. } = Visit::start();
    let made = RwSignal::new(0);
    let route = router.route();
    let page = Page::show(move || {
        let place = move || {
            made.update_untracked(|made| *made += 1);
            route.get().path()
        };
        view! { <main>{place}</main> }
    })
    .await;
    router.replace_query("q=hub".to_owned());
    settle().await;
    assert_eq!((page.texts("main"), made.get_untracked()), (vec!["/".to_owned()], 1));
    router.go(&oslo());
    settle().await;
    assert_eq!((page.texts("main"), made.get_untracked()), (vec![oslo().path()], 2));
}
