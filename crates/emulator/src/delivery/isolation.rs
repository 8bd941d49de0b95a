//! A receiver that hangs holds up nobody else. The clock stands still, so what is under way does not end.

use serde_json::{Value, json};

use crate::{
    seed::Seed,
    test_cloud::{TestCloud, each},
};

const GATES: &str = "gates.example.org";
const HANGING: &str = "hanging.example";

/// A cloud that is alive, in which an inbox does not answer.
async fn cloud(settings: Value, inbox: &str) -> TestCloud {
    let cloud = TestCloud::with(serde_json::from_value(settings).unwrap(), Seed::Demo);
    cloud.behave(inbox, json!({"delay": 3_600_000})).await;
    let emulator = cloud.emulator.clone();
    tokio::spawn(async move { emulator.live().await });
    cloud
}

/// A gate opens, and everything happens that can without time passing.
async fn open(cloud: &TestCloud, gate: &str) -> String {
    let id = cloud.report(gate, json!({"contact": {"state": "OPEN", "updateTime": "2025-01-02T03:04:05Z"}}));
    settle().await;
    id
}

async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

async fn received(cloud: &TestCloud, inbox: &str) -> Vec<String> {
    let events = json!(each(&json!(cloud.pushed(inbox).await), "event"));
    each(&events, "eventId").iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[tokio::test(start_paused = true)]
async fn a_push_takes_its_place_until_it_has_ended_also_when_its_event_was_given_up() {
    let cloud = cloud(json!({"delivery": {"longestQueue": 2, "mostUnderWay": 2}}), GATES).await;
    let mut ids = Vec::new();
    for _ in 0..6 {
        ids.push(open(&cloud, "Gate 1").await);
    }
    assert_eq!(received(&cloud, GATES).await, ids[..2]);
    cloud.behave(GATES, json!({})).await;
    tokio::time::sleep(std::time::Duration::from_secs(11)).await;
    assert_eq!(received(&cloud, GATES).await, [&ids[..2], &ids[4..]].concat());
}

#[tokio::test(start_paused = true)]
async fn many_connectors_whose_receiver_hangs_leave_room_for_others() {
    let cloud = cloud(json!({"connectorsPerProject": 100}), HANGING).await;
    let path = format!("/v2/{}/dataconnectors", cloud.project("Bergen warehouse"));
    let connector = json!({"type": "HTTP_PUSH", "httpConfig": {"url": format!("https://{HANGING}/")}});
    for _ in 0..40 {
        assert_eq!(cloud.developer().post(&path, connector.clone()).await.status, 200);
    }
    let mut ids = Vec::new();
    for _ in 0..100 {
        ids.push(open(&cloud, "Gate 1").await);
    }
    assert_eq!(received(&cloud, GATES).await, ids);
}
