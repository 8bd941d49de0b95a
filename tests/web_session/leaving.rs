//! Leaving in another tab, and leaving the page for another one.

use crate::accounts::{nobody, signed_in};
use crate::page::until;
use data_connector_console::session::{Farewell, Session, SessionState};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// A session of this tab, whose other tabs are told, and what it was told about coming back.
async fn in_a_tab() -> (Session, Rc<RefCell<Vec<Farewell>>>) {
    let (session, _) = signed_in().await;
    let back = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&back);
    session.follow_tabs_and_page(move |farewell| told.borrow_mut().push(farewell));
    (session, back)
}

fn is_out(session: Session, wanted: &Farewell) -> bool {
    session.state().with_untracked(|state| *state == SessionState::SignedOut(wanted.clone()))
}

fn page_event(name: &str, persisted: bool) {
    let dispatch = Function::new_with_args(
        "name, persisted",
        "dispatchEvent(new PageTransitionEvent(name, { persisted }));",
    );
    dispatch.call2(&JsValue::UNDEFINED, &name.into(), &persisted.into()).unwrap();
}

/// A way to leave, and what it is called where it is done and elsewhere.
type Leaving = (fn(Session), Farewell, Farewell);

#[wasm_bindgen_test]
async fn whoever_leaves_in_one_tab_has_left_in_all_and_knows_why() {
    let ways: [Leaving; 2] = [
        (Session::sign_out, Farewell::SignedOut, Farewell::SignedOutElsewhere),
        (Session::lock, Farewell::Locked, Farewell::Locked),
    ];
    for (leave, here, there) in ways {
        let ((one, _), (another, _)) = (in_a_tab().await, in_a_tab().await);
        leave(one);
        assert!(is_out(one, &here));
        until("the other tab is told", || is_out(another, &there)).await;
        assert_eq!(
            another.authorization(&Rc::new(crate::scripted_transport::ScriptedTransport::default())).await,
            Ok(None)
        );
    }
}

#[wasm_bindgen_test]
async fn what_tabs_tell_each_other_holds_no_secret() {
    let listen = "const heard = []; const channel = new BroadcastChannel('data-connector-console');
        const done = new Promise((resolve) => {
            channel.onmessage = ({ data }) => { heard.push(data); if (heard.length === 2) resolve(JSON.stringify(heard)); };
        });
        return () => done;";
    let heard: Function = Function::new_no_args(listen).call0(&JsValue::UNDEFINED).unwrap().unchecked_into();
    let (session, _) = in_a_tab().await;
    session.sign_out();
    session.lock();
    let heard: Promise = heard.call0(&JsValue::UNDEFINED).unwrap().unchecked_into();
    let heard = JsFuture::from(heard).await.unwrap().as_string().unwrap();
    assert_eq!(heard, r#"["signed-out","locked"]"#);
}

#[wasm_bindgen_test]
async fn a_page_that_may_be_shown_again_forgets_everything_when_it_is_left() {
    let (session, back) = in_a_tab().await;
    page_event("pagehide", true);
    assert_eq!(session.state().get_untracked(), SessionState::Returning);
    let cloud = Rc::new(crate::scripted_transport::ScriptedTransport::default());
    assert_eq!(session.authorization(&cloud).await, Ok(None));
    assert!(back.borrow().is_empty());
    page_event("pageshow", true);
    assert_eq!(*back.borrow(), [Farewell::PageLeft]);
}

#[wasm_bindgen_test]
async fn a_page_that_is_shown_again_without_having_been_told_forgets_everything_too() {
    let (session, back) = in_a_tab().await;
    page_event("pageshow", true);
    assert_eq!(session.state().get_untracked(), SessionState::Returning);
    assert_eq!(*back.borrow(), [Farewell::PageLeft]);
}

#[wasm_bindgen_test]
async fn nobody_is_told_that_they_left_who_was_not_in() {
    let session = nobody();
    let back = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&back);
    session.follow_tabs_and_page(move |farewell| told.borrow_mut().push(farewell));
    page_event("pagehide", true);
    page_event("pageshow", true);
    assert_eq!(*back.borrow(), [Farewell::NobodyYet]);
}

#[wasm_bindgen_test]
async fn the_first_showing_of_a_page_ends_nothing() {
    let (session, back) = in_a_tab().await;
    page_event("pageshow", false);
    assert!(matches!(session.state().get_untracked(), SessionState::SignedIn(_)));
    assert!(back.borrow().is_empty());
}
