//! Delivery within the process: inboxes stand in for the endpoints of the demo.

use serde_json::{Value, json};

use crate::{
    jwt::Jwt,
    seed::Seed,
    settings::Settings,
    test_cloud::{TestCloud, each},
};

const GATES: &str = "gates.example.org";
const DAY: i64 = 24 * 3600;

fn contact(state: &str) -> Value {
    json!({"contact": {"state": state, "updateTime": "2025-01-02T03:04:05Z"}})
}

fn event_ids(pushes: &[Value]) -> Vec<&str> {
    pushes.iter().map(|push| push["event"]["eventId"].as_str().unwrap()).collect()
}

async fn metrics(cloud: &TestCloud, connector: &str) -> Value {
    let path = format!("/v2/{}:metrics", cloud.connector(connector));
    cloud.user().get(&path).await.json["metrics"].take()
}

async fn status(cloud: &TestCloud, connector: &str) -> String {
    let path = format!("/v2/{}", cloud.connector(connector));
    cloud.user().get(&path).await.json["status"].as_str().unwrap().to_owned()
}

async fn change(cloud: &TestCloud, connector: &str, change: Value) {
    let path = format!("/v2/{}", cloud.connector(connector));
    assert_eq!(cloud.developer().patch(&path, change).await.status, 200);
}

#[tokio::test]
async fn an_event_is_pushed_once_with_the_labels_and_headers_of_the_connector() {
    let cloud = TestCloud::demo();
    change(&cloud, "Gate log", json!({"labels": ["name", "room", "unknown"]})).await;
    let http = json!({"url": "https://u%40x:p@gates.example.org/log#part", "headers": {"X-Site": "bergen"}});
    change(&cloud, "Gate log", json!({"httpConfig": http})).await;
    let id = cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;

    let requests = cloud.inbox(GATES).await;
    assert_eq!(each(&json!(requests), "method"), ["POST"]);
    let headers = &requests[0]["headers"];
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["user-agent"], "dt-emulator");
    assert_eq!(headers["x-site"], "bergen");
    assert_eq!(headers["authorization"], "Basic dUB4OnA=");
    let body: Value = serde_json::from_str(requests[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["event"]["eventId"], *id);
    assert_eq!(body["event"]["data"]["contact"]["state"], "OPEN");
    assert_eq!(body["labels"], json!({"name": "Gate 1", "room": "Hall A"}));
    cloud.pass(DAY).await;
    assert_eq!(cloud.inbox(GATES).await.len(), 1);
}

#[tokio::test]
async fn a_push_is_signed_with_the_secret_when_there_is_one_and_always_with_the_key() {
    let cloud = TestCloud::demo();
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    let http = json!({"url": "https://gates.example.org/log", "signatureSecret": "s3cret"});
    change(&cloud, "Gate log", json!({"httpConfig": http})).await;
    cloud.report("Gate 1", contact("CLOSED"));
    cloud.pass(0).await;

    let requests = cloud.inbox(GATES).await;
    assert_eq!(requests[0]["headers"].get("x-dt-signature"), None);
    let token = requests[1]["headers"]["x-dt-signature"].as_str().unwrap();
    assert!(Jwt::parse(token).unwrap().is_signed_with(b"s3cret"));
    for request in &requests {
        let token = Jwt::parse(request["headers"]["dt-asymmetric-signature"].as_str().unwrap()).unwrap();
        assert_eq!(format!("organizations/{}", token.claims["sub"].as_str().unwrap()), cloud.organization());
        assert_eq!(token.claims["iss"], "http://localhost:8081/data-connector");
    }
}

#[tokio::test]
async fn the_signature_with_the_key_can_be_switched_off() {
    let settings: Settings =
        serde_json::from_value(json!({"delivery": {"asymmetricSignature": false, "userAgent": ""}})).unwrap();
    let cloud = TestCloud::with(settings, Seed::Demo);
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    let headers = cloud.inbox(GATES).await[0]["headers"].take();
    assert_eq!((headers.get("dt-asymmetric-signature"), headers.get("user-agent")), (None, None));
}

#[tokio::test]
async fn only_what_the_filter_lets_through_is_pushed_and_an_empty_filter_lets_all_through() {
    let cloud = TestCloud::demo();
    let touch = json!({"touch": {"updateTime": "2025-01-02T03:04:05Z"}});
    cloud.report("Gate 1", touch.clone());
    cloud.pass(0).await;
    assert!(cloud.inbox(GATES).await.is_empty());
    change(&cloud, "Gate log", json!({"events": []})).await;
    cloud.report("Gate 1", touch);
    cloud.pass(0).await;
    assert_eq!(cloud.inbox(GATES).await.len(), 1);
}

#[tokio::test]
async fn what_is_not_acknowledged_is_pushed_again_after_growing_pauses() {
    let cloud = TestCloud::demo();
    cloud.behave(GATES, json!({"status": 404})).await;
    let id = cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    assert_eq!(cloud.inbox(GATES).await.len(), 1);
    cloud.pass(3600).await;
    let pushes = cloud.pushed(GATES).await;
    assert_eq!(event_ids(&pushes), vec![id.as_str(); pushes.len()]);
    let times = each(&json!(cloud.inbox(GATES).await), "receivedAt")
        .iter()
        .map(|time| time.as_str().unwrap().parse::<jiff::Timestamp>().unwrap())
        .collect::<Vec<_>>();
    let pauses: Vec<f64> =
        times.windows(2).map(|pair| pair[1].duration_since(pair[0]).as_secs_f64()).collect();
    assert!(pauses.len() >= 10, "{pauses:?}");
    // A pause is about twice the one before it: jitter takes or adds a fifth of each.
    assert!(pauses.windows(2).all(|pair| (1.3..3.1).contains(&(pair[1] / pair[0]))), "{pauses:?}");

    cloud.behave(GATES, json!({})).await;
    cloud.pass(3600).await;
    let count = cloud.inbox(GATES).await.len();
    assert_eq!(count, pauses.len() + 2);
    cloud.pass(DAY).await;
    assert_eq!(cloud.inbox(GATES).await.len(), count);
}

#[tokio::test]
async fn a_redirect_is_a_failure_and_is_not_followed() {
    let cloud = TestCloud::demo();
    let before = metrics(&cloud, "Gate log").await["errorCount"].as_u64().unwrap();
    cloud.behave(GATES, json!({"status": 307})).await;
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    assert_eq!(cloud.inbox(GATES).await.len(), 1);
    assert_eq!(metrics(&cloud, "Gate log").await["errorCount"], before + 1);
}

#[tokio::test]
async fn an_event_is_given_up_after_twelve_hours() {
    let cloud = TestCloud::demo();
    cloud.behave(GATES, json!({"status": 500})).await;
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(12 * 3600 - 1).await;
    let tries = cloud.inbox(GATES).await.len();
    assert!(tries > 10, "{tries}");
    cloud.behave(GATES, json!({})).await;
    cloud.pass(3600).await;
    assert_eq!(cloud.inbox(GATES).await.len(), tries);
}

#[tokio::test(start_paused = true)]
async fn an_answer_after_ten_seconds_is_a_failure() {
    let cloud = TestCloud::demo();
    let before = metrics(&cloud, "Gate log").await;
    let count = |metrics: &Value, name: &str| metrics[name].as_u64().unwrap();
    cloud.behave(GATES, json!({"delay": 9_900})).await;
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    let timely = metrics(&cloud, "Gate log").await;
    assert_eq!(count(&timely, "successCount"), count(&before, "successCount") + 1);
    cloud.behave(GATES, json!({"delay": 10_100})).await;
    cloud.report("Gate 1", contact("CLOSED"));
    cloud.pass(0).await;
    let late = metrics(&cloud, "Gate log").await;
    assert_eq!(count(&late, "errorCount"), count(&before, "errorCount") + 1);
    assert_eq!(count(&late, "successCount"), count(&timely, "successCount"));
}

#[tokio::test(start_paused = true)]
async fn a_leap_waits_only_once_for_an_endpoint_that_hangs() {
    let cloud = TestCloud::demo();
    cloud.behave(GATES, json!({"delay": 3_600_000})).await;
    cloud.report("Gate 1", contact("OPEN"));
    let start = tokio::time::Instant::now();
    cloud.pass(3600).await;
    assert_eq!(start.elapsed().as_secs(), 10);
    assert_eq!(cloud.inbox(GATES).await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn pushes_do_not_wait_for_each_other() {
    let cloud = TestCloud::demo();
    cloud.behave(GATES, json!({"delay": 11_000})).await;
    let ids = ["Gate 1", "Gate 2", "Gate 3"].map(|gate| cloud.report(gate, contact("OPEN")));
    let passing = cloud.pass(0);
    tokio::pin!(passing);
    // All three have arrived before the first is answered.
    while cloud.inbox(GATES).await.len() < 3 {
        assert!(futures_util::poll!(&mut passing).is_pending());
        tokio::task::yield_now().await;
    }
    assert_eq!(event_ids(&cloud.pushed(GATES).await), ids);
    passing.await;
}

#[tokio::test]
async fn disabling_drops_the_queue_and_enabling_does_not_bring_it_back() {
    let cloud = TestCloud::demo();
    cloud.behave(GATES, json!({"status": 503})).await;
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    change(&cloud, "Gate log", json!({"status": "USER_DISABLED"})).await;
    cloud.report("Gate 2", contact("OPEN"));
    cloud.pass(3600).await;
    cloud.behave(GATES, json!({})).await;
    change(&cloud, "Gate log", json!({"status": "ACTIVE"})).await;
    cloud.pass(DAY).await;
    assert_eq!(cloud.inbox(GATES).await.len(), 1);
    let id = cloud.report("Gate 3", contact("OPEN"));
    cloud.pass(0).await;
    assert_eq!(event_ids(&cloud.pushed(GATES).await)[1..], [id]);
}

#[tokio::test]
async fn five_days_of_failures_disable_a_connector_and_enabling_it_starts_clean() {
    let cloud = TestCloud::demo();
    cloud.behave(GATES, json!({"drop": true})).await;
    let fail_for = async |days: i64| {
        for _ in 0..days * 4 {
            cloud.report("Gate 1", contact("OPEN"));
            cloud.pass(DAY / 4).await;
        }
    };
    fail_for(4).await;
    assert_eq!(status(&cloud, "Gate log").await, "ACTIVE");
    fail_for(2).await;
    assert_eq!(status(&cloud, "Gate log").await, "SYSTEM_DISABLED");
    let received = cloud.inbox(GATES).await.len();
    fail_for(1).await;
    assert_eq!(cloud.inbox(GATES).await.len(), received);

    change(&cloud, "Gate log", json!({"status": "ACTIVE"})).await;
    fail_for(1).await;
    assert_eq!(status(&cloud, "Gate log").await, "ACTIVE");
}

#[tokio::test]
async fn one_success_in_between_keeps_a_connector_going() {
    let cloud = TestCloud::demo();
    for nth in 0..7 {
        let behaviour = if nth == 3 { json!({}) } else { json!({"status": 500}) };
        cloud.behave(GATES, behaviour).await;
        cloud.report("Gate 1", contact("OPEN"));
        cloud.pass(DAY).await;
    }
    assert_eq!(status(&cloud, "Gate log").await, "ACTIVE");
}

#[tokio::test]
async fn each_connector_fails_on_its_own() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}/dataconnectors", cloud.project("Bergen warehouse"));
    let other = json!({"type": "HTTP_PUSH", "httpConfig": {"url": "https://other.example/"}});
    assert_eq!(cloud.developer().post(&path, other).await.status, 200);
    cloud.behave(GATES, json!({"drop": true})).await;
    let id = cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    assert_eq!(event_ids(&cloud.pushed("other.example").await), [id]);
}

#[tokio::test]
async fn a_deleted_connector_and_a_reset_cloud_push_nothing_more() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    cloud.behave(GATES, json!({"status": 500})).await;
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    assert_eq!(cloud.developer().delete(&path).await.status, 200);
    cloud.pass(DAY).await;
    assert_eq!(cloud.inbox(GATES).await.len(), 1);

    cloud.report("Freezer 1", json!({"temperature": {"value": -18, "updateTime": "2025-01-02T03:04:05Z"}}));
    assert_eq!(cloud.stranger().post("/_emulator/reset", json!({})).await.status, 200);
    cloud.pass(DAY).await;
    assert!(cloud.inbox("haccp.example.net").await.is_empty());
}

#[tokio::test]
async fn a_cloud_queue_receives_nothing_since_its_messages_are_not_known() {
    let cloud = TestCloud::demo();
    let before = metrics(&cloud, "Shipping partner").await;
    cloud.report("Gate 1", contact("OPEN"));
    cloud.pass(0).await;
    assert_eq!(metrics(&cloud, "Shipping partner").await, before);
}

#[tokio::test]
async fn devices_speak_at_the_rate_in_the_settings_and_slower_in_a_leap() {
    let settings = Settings { events_per_second: 2.0, ..Settings::default() };
    let cloud = TestCloud::with(settings, Seed::Demo);
    let events = || {
        let store = cloud.emulator.store();
        let devices = store.cloud.projects.values().flat_map(|project| project.devices.values());
        devices.map(|device| device.history.newest_first().count()).sum::<usize>()
    };
    let before = events();
    cloud.pass(10).await;
    let spoken = events() - before;
    assert!((20..=21).contains(&spoken), "{spoken}");
    cloud.pass(DAY).await;
    let spoken = events() - before - spoken;
    assert!((950..=1001).contains(&spoken), "{spoken}");
}
