//! The token endpoint: forms, and assertions that are almost right.

use axum::http::{Request, header};
use dt_api::oauth::token_request;
use dt_api::{arbitrary, base64url};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cloud::{Answer, Cloud, Key, NOW, TOKEN_URL, block_on, hs256};

fn encoded(json: &Value) -> String {
    base64url::encode(json.to_string().as_bytes())
}

/// A header and claims near to those of an assertion; the texts of a key stand in their places.
fn parts() -> impl Strategy<Value = (Value, Value)> {
    let header = json!({"alg": "HS256", "kid": "KEY", "typ": "JWT"});
    let claims = json!({"iss": "EMAIL", "aud": TOKEN_URL, "iat": NOW, "exp": NOW + 3600});
    (arbitrary::mutated(header), arbitrary::mutated(claims))
}

fn filled(json: &Value, key: &Key) -> Value {
    let text = json.to_string().replace("\"KEY\"", &json!(key.id).to_string());
    serde_json::from_str(&text.replace("\"EMAIL\"", &json!(key.email).to_string())).unwrap()
}

/// Whether these say who asks whom for a token, and for how long, as `dt-api.md` §2.1 wants it.
fn is_right(header: &Value, claims: &Value, key: &Key) -> bool {
    let audience = match &claims["aud"] {
        Value::Array(audiences) if audiences.len() == 1 => &audiences[0],
        other => other,
    };
    let (issued, expiry) = (claims["iat"].as_i64(), claims["exp"].as_i64());
    let lasts =
        |issued: i64, expiry: i64| expiry - issued <= 3600 && issued <= NOW.into() && expiry > NOW.into();
    header["alg"] == "HS256"
        && header["kid"] == key.id
        && claims["iss"] == key.email
        && audience == TOKEN_URL
        && issued.zip(expiry).is_some_and(|(issued, expiry)| lasts(issued, expiry))
}

/// A refusal as RFC 6749 §5.2 has it, and no token.
fn is_refusal(answer: &Answer) -> bool {
    let json = answer.json();
    answer.status == 400 && json["error"].is_string() && json.get("access_token").is_none()
}

proptest! {
    #[test]
    fn a_token_is_for_right_claims_that_are_rightly_signed((header, claims) in parts(), wrong_secret in any::<bool>()) {
        block_on(async {
            let cloud = Cloud::demo();
            let key = cloud.key("project.developer").await;
            let (header, claims) = (filled(&header, &key), filled(&claims, &key));
            let signed = [encoded(&header), encoded(&claims)].join(".");
            let signature = hs256(if wrong_secret { "another" } else { &key.secret }, &signed);
            let answer = cloud.ask_for_token(&[signed, base64url::encode(&signature)].join(".")).await;
            if is_right(&header, &claims, &key) && !wrong_secret {
                prop_assert_eq!(answer.status, 200, "{} {}: {}", header, claims, answer.json());
            } else {
                prop_assert!(is_refusal(&answer), "{} {}: {} {}", header, claims, answer.status, answer.json());
            }
            Ok(())
        })?;
    }

    #[test]
    fn no_form_makes_the_token_endpoint_fail(
        form in arbitrary::mangled(token_request(TOKEN_URL, "e30.e30.c2ln").body.unwrap_or_default()),
        kind in prop_oneof![Just("application/x-www-form-urlencoded".to_owned()), "[ -~]{0,20}"],
    ) {
        block_on(async {
            let request = Request::post("/oauth2/token").header(header::CONTENT_TYPE, kind).body(form.into());
            let answer = Cloud::demo().send(request.unwrap()).await;
            prop_assert!(is_refusal(&answer), "{}", answer.status);
            Ok(())
        })?;
    }
}
