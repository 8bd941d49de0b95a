//! The exchange of an assertion for an access token (RFC 7523).
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use dt_api::oauth::{Assertion, TokenError, token_end, token_request, token_response};
use dt_api::{Method, Response, base64url};
use proptest::prelude::*;

const TOKEN_URL: &str = "https://identity.example.com/oauth2/token";

// `{"alg":"HS256","kid":"c8s4f0k4d5n002vq7ho0","typ":"JWT"}`
const HEADER: &str = "eyJhbGciOiJIUzI1NiIsImtpZCI6ImM4czRmMGs0ZDVuMDAydnE3aG8wIiwidHlwIjoiSldUIn0";
// `{"aud":"https://identity.example.com/oauth2/token","exp":1735790645,"iat":1735787045,"iss":"sa@…d21s.com"}`
const CLAIMS: &str = "eyJhdWQiOiJodHRwczovL2lkZW50aXR5LmV4YW1wbGUuY29tL29hdXRoMi90b2tlbiIsImV4cCI6MTczNTc5MDY0NSwi\
    aWF0IjoxNzM1Nzg3MDQ1LCJpc3MiOiJzYUBleGFtcGxlLnNlcnZpY2VhY2NvdW50LmQyMXMuY29tIn0";
// HMAC-SHA-256 of `HEADER.CLAIMS` with the key `example-secret`.
const SIGNATURE: [u8; 32] = [
    0x7f, 0x48, 0xaa, 0x6d, 0x15, 0x95, 0xda, 0xfc, 0x96, 0xc9, 0xae, 0x7d, 0xeb, 0xd5, 0xfe, 0x02, 0xc6,
    0xb1, 0x20, 0x9c, 0x2f, 0x29, 0xf4, 0x8d, 0x5c, 0xe3, 0x0d, 0x90, 0xbb, 0x14, 0xb3, 0xfd,
];

fn answer(status: u16, body: &str) -> Response {
    Response { status, retry_after: None, body: body.to_owned() }
}

fn sample(name: &str) -> String {
    std::fs::read_to_string(format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn an_assertion_lasts_an_hour_and_is_written_as_a_compact_json_web_token() {
    let email = "sa@example.serviceaccount.d21s.com";
    let assertion = Assertion::new("c8s4f0k4d5n002vq7ho0", email, TOKEN_URL, 1_735_787_045);
    assert_eq!(assertion.signing_input(), [HEADER, ".", CLAIMS].concat());
    let signed = [HEADER, ".", CLAIMS, ".", "f0iqbRWV2vyWya5969X-AsaxIJwvKfSNXOMNkLsUs_0"].concat();
    assert_eq!(assertion.signed(&SIGNATURE), signed);
}

#[test]
fn a_token_request_is_a_form_with_exactly_two_fields() {
    let request = token_request(TOKEN_URL, "a.b-c_d.e");
    assert_eq!((request.method, request.url.as_str()), (Method::Post, TOKEN_URL));
    assert_eq!(request.headers, [("Content-Type", "application/x-www-form-urlencoded".to_owned())]);
    let body = "assertion=a.b-c_d.e&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer";
    assert_eq!(request.body.unwrap(), body);
}

#[test]
fn a_token_has_its_lifetime_in_seconds() {
    let token = token_response(&answer(200, &sample("token"))).unwrap();
    assert_eq!((token.reveal(), token.expires_in), ("b3JkaW5hcnkgZXhhbXBsZSB0b2tlbg", 3600));
}

#[test]
fn a_token_without_a_lifetime_is_good_for_an_hour() {
    assert_eq!(token_response(&answer(200, r#"{"access_token":"t"}"#)).unwrap().expires_in, 3600);
}

#[test]
fn wrong_credentials_are_rejected_with_the_servers_reason() {
    let expected = TokenError::Rejected {
        error: "invalid_grant".to_owned(),
        description: "the assertion's signature does not match the key".to_owned(),
    };
    for status in [400, 401] {
        assert_eq!(token_response(&answer(status, &sample("token_error"))).unwrap_err(), expected);
    }
}

#[test]
fn a_rejection_says_what_to_check_and_what_the_server_says() {
    let text = |body| token_response(&answer(400, body)).unwrap_err().to_string();
    let advice = "The key was not accepted. Check key ID, secret and email.";
    assert_eq!(text(""), advice);
    assert_eq!(text(r#"{"error":"invalid_grant"}"#), format!("{advice} The server says: invalid_grant"));
    let described = r#"{"error":"invalid_grant","error_description":"wrong kid"}"#;
    assert_eq!(text(described), format!("{advice} The server says: wrong kid"));
}

#[test]
fn other_refusals_are_not_blamed_on_the_credentials() {
    let error = token_response(&answer(503, "")).unwrap_err();
    assert!(matches!(error, TokenError::Refused(refusal) if refusal.status == 503));
}

#[test]
fn an_answer_without_a_token_is_malformed() {
    for body in ["", "{}", "[]", r#"{"access_token":""}"#, r#"{"access_token":1}"#] {
        let error = token_response(&answer(200, body)).unwrap_err();
        assert!(matches!(error, TokenError::Malformed(_)), "{body}: {error:?}");
    }
}

/// A JSON Web Token with these claims; what is around them plays no part.
fn web_token(claims: &str) -> String {
    format!("{HEADER}.{}.signature", base64url::encode(claims.as_bytes()))
}

#[test]
fn a_token_that_is_a_json_web_token_says_when_it_ends() {
    assert_eq!(token_end(&format!("{HEADER}.{CLAIMS}.signature")), Some(1_735_790_645));
    assert_eq!(token_end(&web_token(r#"{"exp":1735790645.75}"#)), Some(1_735_790_645));
}

#[test]
fn a_token_of_any_other_kind_says_nothing() {
    let claims = ["{}", r#"{"exp":"soon"}"#, r#"{"exp":-1}"#, r#"{"exp":1e300}"#, "[]", "no JSON"];
    let web_tokens = claims.map(web_token);
    let others = ["", "opaque", "a.b", "..", "a.%.c", &format!("{HEADER}.{CLAIMS}.signature.more")];
    for token in web_tokens.iter().map(String::as_str).chain(others) {
        assert_eq!(token_end(token), None, "{token}");
    }
}

proptest! {
    #[test]
    fn any_text_may_be_given_for_a_token(text in ".{0,60}", claims in ".{0,40}") {
        let _ = token_end(&text);
        let _ = token_end(&web_token(&claims));
    }

    #[test]
    fn the_end_of_a_token_is_what_its_claims_say(end in 0_u64..1_000_000_000_000) {
        prop_assert_eq!(token_end(&web_token(&format!(r#"{{"exp":{end}}}"#))), Some(end));
    }
}
