//! Signing out, also while a renewal is under way.

use crate::accounts::{another_account, header, identity, of, signed_in};
use crate::scripted_transport::{Answer, rejection, token};
use data_connector_console::session::{Farewell, KeyPlace, SessionState};
use dt_api::Secret;
use futures_util::future::join;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn signing_out_forgets_key_and_token() {
    let (session, cloud) = signed_in().await;
    session.sign_out();
    assert_eq!(session.state().get_untracked(), SessionState::SignedOut(Farewell::SignedOut));
    assert_eq!(session.authorization(&cloud).await, Ok(None));
    assert_eq!(session.authorization_after(&header("first"), &cloud).await, Ok(None));
    assert_eq!(cloud.asked().len(), 1, "there is no key left to ask with");
}

#[wasm_bindgen_test]
async fn a_renewal_that_ends_after_signing_out_brings_nobody_back() {
    for answer in [token("second", 3600), rejection()] {
        let (session, cloud) = signed_in().await;
        cloud.will_answer(answer);
        let held = cloud.hold();
        let leaving = async {
            held.arrived().await;
            session.sign_out();
            held.release();
        };
        let (renewed, ()) = join(session.authorization_after(&header("first"), &cloud), leaving).await;
        assert_eq!(renewed, Ok(None));
        assert_eq!(session.state().get_untracked(), SessionState::SignedOut(Farewell::SignedOut));
    }
}

#[wasm_bindgen_test]
async fn a_sign_in_that_ends_after_signing_out_brings_nobody_in_and_keeps_no_key() {
    let (session, cloud) = signed_in().await;
    cloud.will_answer(token("second", 3600));
    let held = cloud.hold();
    let leaving = async {
        held.arrived().await;
        session.sign_out();
        held.release();
    };
    let (signed_in, ()) = join(session.sign_in(&*cloud, another_account(), KeyPlace::Browser), leaving).await;
    assert_eq!(signed_in, Ok(()));
    assert_eq!(session.state().get_untracked(), SessionState::SignedOut(Farewell::SignedOut));
    assert_eq!(session.kept_account().await, None);
}

/// What requests of the next account carry when an answer to a renewal of the last one comes late.
async fn after_a_late(answer: Answer) -> Option<Secret> {
    let (session, cloud) = signed_in().await;
    cloud.will_answer(answer);
    let held = cloud.hold();
    let changing_accounts = async {
        held.arrived().await;
        session.sign_out();
        cloud.will_answer(token("of another account", 3600));
        session.sign_in(&*cloud, another_account(), KeyPlace::Memory).await.unwrap();
        held.release();
    };
    join(session.authorization_after(&header("first"), &cloud), changing_accounts).await.0.unwrap();
    assert_eq!(identity(session).method, of(another_account()));
    session.authorization(&cloud).await.unwrap()
}

#[wasm_bindgen_test]
async fn a_renewal_of_the_last_account_changes_nothing_for_the_next() {
    for answer in [token("second", 3600), rejection()] {
        assert_eq!(after_a_late(answer).await, Some(header("of another account")));
    }
}
