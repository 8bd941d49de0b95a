//! Requests with the session's token, and the only place that deals with a 401.

use crate::accounts::{nobody, signed_in};
use crate::scripted_transport::{ScriptedTransport, rejection, response, token};
use data_connector_console::data::Authorized;
use data_connector_console::session::SessionState;
use dt_api::{Method, Request, Transport, TransportError};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn write() -> Request {
    Request {
        method: Method::Patch,
        url: "https://api.example.com/v2/projects/p/dataconnectors/d".to_owned(),
        headers: vec![("Content-Type", "application/json".to_owned())],
        body: Some(r#"{"displayName":"Hub"}"#.to_owned()),
    }
}

/// The same with a token.
fn write_with(token: &str) -> Request {
    let mut request = write();
    request.headers.push(("Authorization", format!("Bearer {token}")));
    request
}

/// The requests that went to the API.
fn api_requests(cloud: &ScriptedTransport) -> Vec<Request> {
    cloud.asked().into_iter().filter(|request| request.url.starts_with("https://api.")).collect()
}

#[wasm_bindgen_test]
async fn a_request_carries_the_token() {
    let (session, cloud) = signed_in().await;
    cloud.will_answer(Ok(response(200, "{}")));
    let answer = Authorized::new(ScriptedTransport::clone(&cloud), session).send(write()).await.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(api_requests(&cloud), [write_with("first")]);
}

#[wasm_bindgen_test]
async fn after_a_401_the_same_request_is_sent_once_more_with_a_new_token() {
    let (session, cloud) = signed_in().await;
    for answer in [Ok(response(401, "")), token("second", 3600), Ok(response(200, "{}"))] {
        cloud.will_answer(answer);
    }
    let answer = Authorized::new(ScriptedTransport::clone(&cloud), session).send(write()).await.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(api_requests(&cloud), [write_with("first"), write_with("second")]);
}

#[wasm_bindgen_test]
async fn a_401_that_a_new_token_does_not_mend_ends_the_session() {
    let (session, cloud) = signed_in().await;
    for answer in [Ok(response(401, "")), token("second", 3600), Ok(response(401, ""))] {
        cloud.will_answer(answer);
    }
    let answer = Authorized::new(ScriptedTransport::clone(&cloud), session).send(write()).await.unwrap();
    assert_eq!(answer.status, 401);
    assert_eq!(api_requests(&cloud).len(), 2);
    assert!(matches!(session.state().get_untracked(), SessionState::Ended(_)));
}

#[wasm_bindgen_test]
async fn a_401_ends_the_session_when_there_is_no_new_token() {
    let (session, cloud) = signed_in().await;
    for answer in [Ok(response(401, "")), rejection()] {
        cloud.will_answer(answer);
    }
    let answer = Authorized::new(ScriptedTransport::clone(&cloud), session).send(write()).await.unwrap();
    assert_eq!(answer.status, 401);
    assert_eq!(api_requests(&cloud).len(), 1);
    assert!(matches!(session.state().get_untracked(), SessionState::Ended(_)));
}

#[wasm_bindgen_test]
async fn an_unreachable_token_endpoint_is_told_and_ends_nothing() {
    let (session, cloud) = signed_in().await;
    for answer in [Ok(response(401, "")), Err(TransportError::TimedOut)] {
        cloud.will_answer(answer);
    }
    let answer = Authorized::new(ScriptedTransport::clone(&cloud), session).send(write()).await;
    assert_eq!(answer, Err(TransportError::TimedOut));
    assert!(matches!(session.state().get_untracked(), SessionState::SignedIn(_)));
}

#[wasm_bindgen_test]
async fn nothing_is_sent_when_nobody_is_signed_in() {
    let cloud = ScriptedTransport::default();
    let answer = Authorized::new(cloud.clone(), nobody()).send(write()).await.unwrap();
    assert_eq!(answer.status, 401);
    assert!(cloud.asked().is_empty());
}
