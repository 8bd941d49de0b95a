use axum::http::{Request, header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use sha2::Sha256;

use super::JWT_BEARER;
use crate::{
    model::role::Role,
    test_cloud::{Answer, NOW, TestCloud},
};

const URL: &str = "http://localhost:8081/oauth2/token";

/// What a client puts into an assertion: header, claims and the key's secret.
struct Assertion {
    header: Value,
    claims: Value,
    secret: String,
}

impl Assertion {
    /// A good one, of the developer.
    fn of_developer(cloud: &TestCloud) -> Self {
        let account = cloud.account(Role::ProjectDeveloper);
        let now = NOW.parse::<Timestamp>().unwrap().as_second();
        Self {
            header: json!({"alg": "HS256", "kid": account.key_id}),
            claims: json!({"iat": now, "exp": now + 3600, "aud": URL, "iss": account.email}),
            secret: account.secret,
        }
    }

    fn signed(&self) -> String {
        let part = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
        let signed = format!("{}.{}", part(&self.header), part(&self.claims));
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).unwrap();
        mac.update(signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }
}

async fn posted(cloud: &TestCloud, uri: &str, content_type: &str, body: String) -> Answer {
    let request = Request::post(uri).header(header::CONTENT_TYPE, content_type).body(body.into());
    Answer::to(&cloud.emulator.api(), request.unwrap()).await
}

async fn exchanged(cloud: &TestCloud, assertion: &str) -> Answer {
    let form = format!("assertion={assertion}&grant_type={}", JWT_BEARER.replace(':', "%3A"));
    posted(cloud, "/oauth2/token", "application/x-www-form-urlencoded", form).await
}

#[tokio::test]
async fn an_assertion_gives_a_token_that_opens_the_api_for_an_hour() {
    let cloud = TestCloud::demo();
    let answer = exchanged(&cloud, &Assertion::of_developer(&cloud).signed()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    let token = answer.json["access_token"].as_str().unwrap();
    assert_eq!(answer.json, json!({"access_token": token, "token_type": "Bearer", "expires_in": 3600}));

    let client = cloud.with_authorization(format!("Bearer {token}"));
    cloud.advance(SignedDuration::from_secs(3599));
    assert_eq!(client.get("/v2/projects").await.status, 200);
    cloud.advance(SignedDuration::from_secs(1));
    assert_eq!(client.get("/v2/projects").await.status, 401);
}

#[tokio::test]
async fn the_audience_may_be_a_list_of_one_and_any_name_of_this_machine() {
    let cloud = TestCloud::demo();
    for audience in
        [json!([URL]), json!("http://127.0.0.1:8081/oauth2/token"), json!("http://[::1]:8081/oauth2/token")]
    {
        let mut assertion = Assertion::of_developer(&cloud);
        assertion.claims["aud"] = audience;
        assert_eq!(exchanged(&cloud, &assertion.signed()).await.status, 200);
    }
}

#[tokio::test]
async fn a_client_whose_clock_was_not_moved_signs_in_all_the_same() {
    let cloud = TestCloud::demo();
    let assertion = Assertion::of_developer(&cloud).signed();
    cloud.advance(SignedDuration::from_hours(5 * 24));
    assert_eq!(exchanged(&cloud, &assertion).await.status, 200);
}

/// Makes one thing of an assertion wrong, given the time.
type Spoil = fn(&mut Assertion, i64);

#[tokio::test]
async fn an_assertion_with_anything_wrong_is_no_grant() {
    let cloud = TestCloud::demo();
    let now = NOW.parse::<Timestamp>().unwrap().as_second();
    let wrong: [(&str, Spoil); 13] = [
        ("HS256", |it, _| it.header["alg"] = "none".into()),
        ("HS256", |it, _| it.header["alg"] = "HS512".into()),
        ("kid", |it, _| it.header["kid"] = "unknown".into()),
        ("kid", |it, _| it.header = json!({"alg": "HS256"})),
        ("signature", |it, _| it.secret.push('x')),
        ("iss", |it, _| it.claims["iss"] = "other@example.com".into()),
        ("aud", |it, _| it.claims["aud"] = "https://identity.example.com/oauth2/token".into()),
        ("aud", |it, _| it.claims["aud"] = json!([URL, URL])),
        ("iat", |it, now| it.claims["iat"] = now.to_string().into()),
        ("exp", |it, _| it.claims["exp"] = Value::Null),
        ("one hour", |it, now| it.claims["exp"] = (now + 3601).into()),
        ("expired", |it, now| {
            it.claims["iat"] = (now - 3661).into();
            it.claims["exp"] = (now - 61).into();
        }),
        ("not valid yet", |it, now| {
            it.claims["iat"] = (now + 61).into();
            it.claims["exp"] = (now + 3661).into();
        }),
    ];
    for (reason, spoil) in wrong {
        let mut assertion = Assertion::of_developer(&cloud);
        spoil(&mut assertion, now);
        let answer = exchanged(&cloud, &assertion.signed()).await;
        assert_eq!((answer.status, answer.error()), (400, "invalid_grant"), "{reason}");
        let description = answer.json["error_description"].as_str().unwrap();
        assert!(description.contains(reason), "{description}");
    }
    assert_eq!(exchanged(&cloud, "not-a-jwt").await.error(), "invalid_grant");
}

#[tokio::test]
async fn a_clock_that_is_a_little_off_does_no_harm() {
    let cloud = TestCloud::demo();
    let now = NOW.parse::<Timestamp>().unwrap().as_second();
    for off in [-60, 60] {
        let mut assertion = Assertion::of_developer(&cloud);
        assertion.claims["iat"] = (now + off).into();
        assertion.claims["exp"] = (now + off + 3600).into();
        assert_eq!(exchanged(&cloud, &assertion.signed()).await.status, 200, "{off}");
    }
}

#[tokio::test]
async fn only_a_form_in_the_body_is_a_request() {
    let cloud = TestCloud::demo();
    let assertion = Assertion::of_developer(&cloud).signed();
    let form = format!("assertion={assertion}&grant_type={JWT_BEARER}");
    let json = json!({"assertion": assertion, "grant_type": JWT_BEARER}).to_string();
    let form_type = "application/x-www-form-urlencoded";
    for (uri, content_type, body) in [
        ("/oauth2/token", "application/json", json),
        ("/oauth2/token", "text/plain", form.clone()),
        ("/oauth2/token", form_type, format!("assertion={assertion}")),
        ("/oauth2/token", form_type, format!("grant_type={JWT_BEARER}")),
        (&format!("/oauth2/token?{form}"), form_type, String::new()),
        ("/oauth2/token?a=b", form_type, form.clone()),
    ] {
        let answer = posted(&cloud, uri, content_type, body).await;
        assert_eq!((answer.status, answer.error()), (400, "invalid_request"), "{uri} {content_type}");
    }
    let other_grant = format!("assertion={assertion}&grant_type=client_credentials");
    let answer = posted(&cloud, "/oauth2/token", form_type, other_grant).await;
    assert_eq!((answer.status, answer.error()), (400, "unsupported_grant_type"));
    assert_eq!(cloud.stranger().get("/oauth2/token").await.status, 405);
}
