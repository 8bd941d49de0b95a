//! How a token is renewed: in time, once, and only as long as DT Cloud gives one.

use crate::accounts::{SECRET, header, identity, nobody, signed_in};
use crate::json_web_token::JsonWebToken;
use crate::scripted_transport::{ScriptedTransport, rejection, token};
use crate::stopped_clock::{NOW, StoppedClock};
use data_connector_console::session::{SessionState, SignInError};
use dt_api::{Secret, TransportError};
use futures_util::future::join;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// Milliseconds after which a token of an hour is about to end.
const DYING: f64 = 59.0 * 60_000.0;

#[expect(clippy::unnecessary_wraps, reason = "as the session gives it")]
fn bearer(token: &str) -> Result<Option<Secret>, SignInError> {
    Ok(Some(header(token)))
}

#[wasm_bindgen_test]
async fn a_token_serves_until_its_last_minute_and_is_then_renewed() {
    let clock = StoppedClock::stop();
    let (session, cloud) = signed_in().await;
    clock.pass(DYING);
    assert_eq!(session.authorization(&cloud).await, bearer("first"));
    clock.pass(DYING + 1.0);
    cloud.will_answer(token("second", 3600));
    assert_eq!(session.authorization(&cloud).await, bearer("second"));

    assert_eq!(identity(session).ends_at, Some(NOW + DYING + 1.0 + 3_600_000.0));
    let [first, second] = [0, 1].map(|index| JsonWebToken::of(&cloud.asked()[index]));
    assert!(second.is_signed_with(SECRET).await);
    assert_eq!(second.header, first.header);
    assert_eq!(second.claims["iat"].as_u64(), first.claims["iat"].as_u64().map(|iat| iat + 59 * 60));
}

#[wasm_bindgen_test]
async fn requests_at_the_same_time_share_one_renewal() {
    let clock = StoppedClock::stop();
    let (session, cloud) = signed_in().await;
    clock.pass(DYING + 1.0);
    cloud.will_answer(token("second", 3600));
    cloud.will_answer(token("third", 3600));
    let both = join(session.authorization(&cloud), session.authorization(&cloud)).await;
    assert_eq!(both, (bearer("second"), bearer("second")));
    assert_eq!(cloud.asked().len(), 2, "one to sign in, one to renew");
}

#[wasm_bindgen_test]
async fn a_request_that_comes_while_a_renewal_waits_for_its_answer_waits_too() {
    let clock = StoppedClock::stop();
    let (session, cloud) = signed_in().await;
    clock.pass(DYING + 1.0);
    cloud.will_answer(token("second", 3600));
    cloud.will_answer(token("third", 3600));
    let held = cloud.hold();
    let later = async {
        held.arrived().await;
        // The answer is on its way, but not there yet.
        held.release();
        session.authorization(&cloud).await
    };
    assert_eq!(join(session.authorization(&cloud), later).await, (bearer("second"), bearer("second")));
    assert_eq!(cloud.asked().len(), 2);
}

#[wasm_bindgen_test]
async fn a_token_that_the_api_refused_is_renewed_once_for_every_request_that_had_it() {
    let (session, cloud) = signed_in().await;
    cloud.will_answer(token("second", 3600));
    let refused = &header("first");
    let both =
        join(session.authorization_after(refused, &cloud), session.authorization_after(refused, &cloud));
    assert_eq!(both.await, (bearer("second"), bearer("second")));
    assert_eq!(session.authorization_after(refused, &cloud).await, bearer("second"), "a late one");
    assert_eq!(cloud.asked().len(), 2);
}

#[wasm_bindgen_test]
async fn a_rejected_renewal_ends_the_session_and_says_whose_it_was() {
    let clock = StoppedClock::stop();
    let (session, cloud) = signed_in().await;
    let identity = identity(session);
    clock.pass(DYING + 1.0);
    cloud.will_answer(rejection());
    assert_eq!(session.authorization(&cloud).await, Ok(None));
    assert_eq!(session.state().get_untracked(), SessionState::Ended(identity));
    assert_eq!(session.authorization(&cloud).await, Ok(None), "the key is forgotten");
    assert_eq!(cloud.asked().len(), 2);
}

#[wasm_bindgen_test]
async fn a_token_endpoint_out_of_reach_ends_nothing_and_is_asked_again() {
    let clock = StoppedClock::stop();
    let (session, cloud) = signed_in().await;
    clock.pass(DYING + 1.0);
    cloud.will_answer(Err(TransportError::Unreachable));
    let unreachable = Err(SignInError::Transport(TransportError::Unreachable));
    assert_eq!(session.authorization(&cloud).await, unreachable);
    assert!(matches!(session.state().get_untracked(), SessionState::SignedIn(_)));
    cloud.will_answer(token("second", 3600));
    assert_eq!(session.authorization(&cloud).await, bearer("second"));
}

#[wasm_bindgen_test]
async fn a_token_from_elsewhere_is_used_as_it_is_and_never_renewed() {
    let session = nobody();
    let cloud = Rc::new(ScriptedTransport::default());
    session.adopt("pasted".to_owned().into());
    assert_eq!(session.authorization(&cloud).await, bearer("pasted"));
    assert_eq!(session.authorization_after(&header("pasted"), &cloud).await, Ok(None));
    assert!(cloud.asked().is_empty());
}

#[wasm_bindgen_test]
async fn only_the_refusal_of_the_current_token_ends_the_session() {
    let (session, _) = signed_in().await;
    session.refused(&header("of an earlier session"));
    assert!(matches!(session.state().get_untracked(), SessionState::SignedIn(_)));
    session.refused(&header("first"));
    assert!(matches!(session.state().get_untracked(), SessionState::Ended(_)));
}
