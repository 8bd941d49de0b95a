//! The request that exchanges a service account's key for a token (`dt-api.md` §2.1).

use crate::accounts::{SECRET, TOKEN_URL, developer, header, identity, nobody, of, signed_in};
use crate::json_web_token::JsonWebToken;
use crate::scripted_transport::{ScriptedTransport, rejection, response, token};
use crate::stopped_clock::{NOW, StoppedClock};
use data_connector_console::session::{Farewell, Identity, KeyPlace, SessionState, SignInError};
use dt_api::oauth::TokenError;
use dt_api::{Credentials, Method, TransportError};
use leptos::prelude::*;
use serde_json::json;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::UrlSearchParams;

#[wasm_bindgen_test]
async fn signing_in_posts_a_form_of_two_fields_to_the_token_endpoint() {
    let (_, cloud) = signed_in().await;
    let [request] = cloud.asked().try_into().unwrap();
    assert_eq!((request.method, request.url.as_str()), (Method::Post, TOKEN_URL));
    assert_eq!(request.headers, [("Content-Type", "application/x-www-form-urlencoded".to_owned())]);

    let body = request.body.unwrap();
    assert_eq!(body.split('&').count(), 2, "{body}");
    let form = UrlSearchParams::new_with_str(&body).unwrap();
    assert_eq!(form.get("grant_type").as_deref(), Some("urn:ietf:params:oauth:grant-type:jwt-bearer"));
    assert_eq!(form.get("assertion").unwrap().split('.').count(), 3);
}

#[wasm_bindgen_test]
async fn the_assertion_says_who_asks_whom_since_when_and_for_how_long() {
    let _clock = StoppedClock::stop();
    let (_, cloud) = signed_in().await;
    let assertion = JsonWebToken::of(&cloud.asked()[0]);
    assert_eq!(assertion.header, json!({ "alg": "HS256", "kid": developer().key_id, "typ": "JWT" }));
    // Dated back by five seconds, for a clock that is ahead.
    let claims =
        json!({ "iss": developer().email, "aud": TOKEN_URL, "iat": 1_735_787_040, "exp": 1_735_790_640 });
    assert_eq!(assertion.claims, claims);
}

#[wasm_bindgen_test]
async fn behind_a_host_that_forwards_the_assertion_still_names_dts_token_endpoint() {
    let cloud = ScriptedTransport::new([token("first", 3600)]);
    let audience = "https://identity.example.com/oauth2/token";
    nobody().addressed_to(audience.to_owned()).sign_in(&cloud, developer(), KeyPlace::Memory).await.unwrap();
    let [request] = cloud.asked().try_into().unwrap();
    assert_eq!(request.url, TOKEN_URL);
    assert_eq!(JsonWebToken::of(&request).claims["aud"], audience);
}

#[wasm_bindgen_test]
async fn the_assertion_is_signed_with_the_bytes_of_the_secret() {
    for secret in [SECRET, "Schlüssel 🔑"] {
        let cloud = ScriptedTransport::new([token("first", 3600)]);
        let credentials = Credentials { secret: secret.to_owned().into(), ..developer() };
        nobody().sign_in(&cloud, credentials, KeyPlace::Memory).await.unwrap();
        let assertion = JsonWebToken::of(&cloud.asked()[0]);
        assert!(assertion.is_signed_with(secret).await);
        assert!(!assertion.is_signed_with("another secret").await);
    }
}

/// The example of <https://jwt.io>, so that the verification above is itself held against something known.
#[wasm_bindgen_test]
async fn a_well_known_token_verifies() {
    let example = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.\
        eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.\
        SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    assert!(JsonWebToken::parse(example).is_signed_with("your-256-bit-secret").await);
}

#[wasm_bindgen_test]
async fn whoever_signed_in_is_known_and_their_requests_carry_the_token() {
    let _clock = StoppedClock::stop();
    let (session, cloud) = signed_in().await;
    let expected =
        Identity { method: of(developer()), ends_at: Some(NOW + 3_600_000.0), key_not_kept: false };
    assert_eq!(identity(session), expected);
    assert_eq!(session.authorization(&cloud).await, Ok(Some(header("first"))));
    assert_eq!(cloud.asked().len(), 1, "the token serves until it is about to end");
}

#[wasm_bindgen_test]
async fn without_a_token_nobody_is_signed_in_and_the_reason_is_given() {
    let answers = [
        (rejection(), "Rejected"),
        (Ok(response(503, "")), "Refused"),
        (Ok(response(200, "{}")), "Malformed"),
        (Err(TransportError::Unreachable), "Unreachable"),
    ];
    for (answer, reason) in answers {
        let session = nobody();
        let cloud = Rc::new(ScriptedTransport::new([answer]));
        let error = session.sign_in(&*cloud, developer(), KeyPlace::Memory).await.unwrap_err();
        let given = match &error {
            SignInError::Token(TokenError::Rejected { .. }) => "Rejected",
            SignInError::Token(TokenError::Refused(_)) => "Refused",
            SignInError::Token(TokenError::Malformed(_)) => "Malformed",
            SignInError::Transport(TransportError::Unreachable) => "Unreachable",
            SignInError::Transport(_) | SignInError::NoCrypto => "another",
        };
        assert_eq!(given, reason, "{error:?}");
        assert_eq!(session.state().get_untracked(), SessionState::SignedOut(Farewell::NobodyYet));
        assert_eq!(session.authorization(&cloud).await, Ok(None));
    }
}
