use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tokio::time::{Duration, Instant};
use tower::ServiceExt;

use crate::test_cloud::{Answer, TestCloud};

async fn inject(cloud: &TestCloud, rule: Value) {
    let answer = cloud.stranger().post("/_emulator/faults", rule).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn get_from_console(cloud: &TestCloud, path: &str) -> Answer {
    let request = Request::get(path).header("origin", "http://localhost:8080");
    Answer::to(&cloud.emulator.api(), request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_status_is_answered_in_place_of_the_api() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    inject(&cloud, json!({"method": "DELETE", "path": "/v2/*/dataconnectors/*", "status": 503})).await;
    let answer = cloud.developer().delete(&path).await;
    assert_eq!((answer.status, &answer.json["code"]), (503, &json!(503)));
    assert_eq!(cloud.developer().get(&path).await.status, 200);
}

#[tokio::test]
async fn a_rule_strikes_as_often_as_it_says() {
    let cloud = TestCloud::demo();
    let rule = json!({"path": "/v2/roles", "status": 429, "retryAfter": 7, "times": 2});
    inject(&cloud, rule).await;
    for _ in 0..2 {
        let answer = cloud.user().get("/v2/roles").await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, "7"));
    }
    assert_eq!(cloud.user().get("/v2/roles").await.status, 200);
}

#[tokio::test]
async fn the_first_rule_that_matches_strikes() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"path": "/v2/*", "status": 500, "times": 1})).await;
    inject(&cloud, json!({"path": "/v2/roles", "status": 502})).await;
    assert_eq!(cloud.user().get("/v2/roles").await.status, 500);
    assert_eq!(cloud.user().get("/v2/roles").await.status, 502);
    assert_eq!(cloud.user().get("/v2/projects").await.status, 200);
}

#[tokio::test]
async fn the_token_endpoint_fails_too_but_the_controls_never() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"path": "*", "status": 504})).await;
    assert_eq!(cloud.stranger().post("/oauth2/token", json!({})).await.status, 504);
    assert_eq!(cloud.stranger().get("/_emulator/accounts").await.status, 200);
    assert_eq!(cloud.stranger().delete("/_emulator/faults").await.json, json!({}));
    assert_eq!(cloud.stranger().get("/_emulator/faults").await.json, json!([]));
    assert_eq!(cloud.stranger().post("/oauth2/token", json!({})).await.status, 400);
}

#[tokio::test]
async fn a_body_is_answered_as_json_or_as_the_text_it_is() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"path": "/v2/roles", "status": 502, "body": "<h1>Bad gateway</h1>", "times": 1}))
        .await;
    inject(&cloud, json!({"path": "/v2/roles", "body": {"roles": []}})).await;
    let answer = cloud.user().get("/v2/roles").await;
    assert_eq!((answer.status, answer.text.as_str()), (502, "<h1>Bad gateway</h1>"));
    let answer = cloud.user().get("/v2/roles").await;
    assert_eq!((answer.status, answer.json), (200, json!({"roles": []})));
}

#[tokio::test]
async fn broken_json_is_the_first_half_of_the_answer() {
    let cloud = TestCloud::demo();
    let whole = cloud.user().get("/v2/roles").await.text;
    inject(&cloud, json!({"path": "/v2/roles", "brokenJson": true})).await;
    let answer = cloud.user().get("/v2/roles").await;
    assert_eq!((answer.status, answer.text.as_str()), (200, &whole[..whole.len() / 2]));
}

#[tokio::test]
async fn a_cut_connection_gives_no_answer_and_reaches_no_handler() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    inject(&cloud, json!({"method": "DELETE", "path": path, "cut": true})).await;
    let request = Request::delete(&path).body(Body::empty()).unwrap();
    let answer = cloud.emulator.api().oneshot(request).await.unwrap();
    assert!(to_bytes(answer.into_body(), usize::MAX).await.is_err());
    assert_eq!(cloud.user().get(&path).await.status, 200);
    let journal = cloud.stranger().get("/_emulator/journal").await.json;
    assert_eq!(journal[0]["status"], Value::Null);
}

#[tokio::test]
async fn an_answer_that_is_cut_halfway_is_to_something_done() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    let whole = cloud.user().get(&path).await.text;
    inject(&cloud, json!({"path": path, "cutHalfway": true})).await;
    let mut answer = cloud.user().body("GET", &path).await;
    assert_eq!(answer.next().await.unwrap().unwrap(), whole[..whole.len() / 2]);
    assert!(answer.next().await.unwrap().is_err());
    let _ = cloud.developer().body("DELETE", &path).await;
    cloud.stranger().delete("/_emulator/faults").await;
    assert_eq!(cloud.user().get(&path).await.status, 404);
}

#[tokio::test]
async fn a_rule_can_answer_in_place_of_what_the_api_did() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    inject(&cloud, json!({"method": "DELETE", "path": path, "status": 504, "asks": true})).await;
    assert_eq!(cloud.developer().delete(&path).await.status, 504);
    assert_eq!(cloud.user().get(&path).await.status, 404);
}

#[tokio::test]
async fn padding_is_as_long_as_it_says_and_does_not_say_so() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"path": "/v2/roles", "padding": 200_000})).await;
    let answer = cloud.user().get("/v2/roles").await;
    assert_eq!((answer.status, answer.text), (200, " ".repeat(200_000)));
    assert_eq!(answer.headers.get("content-length"), None);
}

#[tokio::test]
async fn a_rule_can_hide_retry_after_from_the_page() {
    let cloud = TestCloud::demo();
    let rule =
        json!({"path": "/v2/roles", "status": 429, "retryAfter": 7, "hidesRetryAfter": true, "times": 1});
    inject(&cloud, rule).await;
    let hidden = get_from_console(&cloud, "/v2/roles").await;
    assert_eq!((hidden.header("retry-after"), hidden.header("access-control-expose-headers")), ("7", ""));
    let shown = get_from_console(&cloud, "/v2/roles").await;
    assert_eq!(shown.header("access-control-expose-headers"), "retry-after");
}

#[tokio::test(start_paused = true)]
async fn a_delay_comes_before_the_answer() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"path": "/v2/roles", "delay": 1500})).await;
    let start = Instant::now();
    assert_eq!(cloud.user().get("/v2/roles").await.status, 200);
    assert_eq!(start.elapsed(), Duration::from_millis(1500));
}

#[tokio::test]
async fn without_cors_headers_a_browser_shows_nothing() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"method": "GET", "path": "/v2/roles", "noCors": true, "times": 2})).await;
    let request = Request::options("/v2/roles")
        .header("origin", "http://localhost:8080")
        .header("access-control-request-method", "GET");
    let preflight = Answer::to(&cloud.emulator.api(), request.body(Body::empty()).unwrap()).await;
    let hidden = get_from_console(&cloud, "/v2/roles").await;
    let shown = get_from_console(&cloud, "/v2/roles").await;
    let cors =
        |answer: &Answer| answer.headers.keys().any(|name| name.as_str().starts_with("access-control"));
    assert_eq!([&preflight, &hidden, &shown].map(cors), [false, false, true]);
}

#[tokio::test]
async fn only_a_rule_without_cors_strikes_a_preflight() {
    let cloud = TestCloud::demo();
    inject(&cloud, json!({"path": "/v2/roles", "status": 503, "times": 1})).await;
    let request = Request::options("/v2/roles")
        .header("origin", "http://localhost:8080")
        .header("access-control-request-method", "GET");
    let preflight = Answer::to(&cloud.emulator.api(), request.body(Body::empty()).unwrap()).await;
    assert_eq!(preflight.status, 200);
    let failed = get_from_console(&cloud, "/v2/roles").await;
    assert_eq!((failed.status, failed.header("access-control-allow-origin")), (503, "*"));
}

#[tokio::test]
async fn a_rule_that_could_never_strike_is_refused() {
    let cloud = TestCloud::demo();
    for rule in [
        json!({}),
        json!({"path": "/", "status": 99}),
        json!({"path": "/", "times": 0}),
        json!({"path": "/", "colour": "red"}),
    ] {
        assert_eq!(cloud.stranger().post("/_emulator/faults", rule.clone()).await.status, 400, "{rule}");
    }
}
