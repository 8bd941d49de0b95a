use axum::body::Body;
use serde_json::{Value, json};

use crate::{seed::Seed, settings::Settings, test_cloud::TestCloud};

async fn publish(cloud: &TestCloud, device: &str, report: Value) {
    let answer = cloud.developer().post(&format!("/v2/{device}:publish"), report).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

fn path(cloud: &TestCloud, query: &str) -> String {
    format!("/v2/{}/devices:stream?{query}", cloud.project("Oslo office"))
}

#[tokio::test]
async fn a_line_is_an_event_in_json() {
    let cloud = TestCloud::demo();
    let name = cloud.emulated("Oslo office", "touch").await;
    let mut stream = cloud.user().stream(&path(&cloud, ""), "application/json").await;
    publish(&cloud, &name, json!({"touch": {}})).await;
    let text = stream.text().await.unwrap();
    let id = serde_json::from_str::<Value>(&text).unwrap()["result"]["event"]["eventId"].take();
    let time = "2025-01-02T03:04:05.000000Z";
    let line = format!(
        r#"{{"result":{{"event":{{"eventId":{id},"targetName":"{name}","eventType":"touch","data":{{"touch":{{"updateTime":"{time}"}}}},"timestamp":"{time}"}}}}}}"#
    );
    assert_eq!(text, format!("{line}\n"));
    assert_eq!(stream.content_type, "application/json");
}

#[tokio::test]
async fn a_browser_gets_server_sent_events() {
    let cloud = TestCloud::demo();
    let name = cloud.emulated("Oslo office", "touch").await;
    let mut stream = cloud.user().stream(&path(&cloud, ""), "text/event-stream").await;
    publish(&cloud, &name, json!({"touch": {}})).await;
    let text = stream.text().await.unwrap();
    let json = text.strip_prefix("data: ").and_then(|rest| rest.strip_suffix("\n\n")).unwrap();
    let line: Value = serde_json::from_str(json).unwrap();
    assert_eq!(line["result"]["event"]["targetName"], name);
    assert_eq!(stream.content_type, "text/event-stream");
}

#[tokio::test]
async fn filters_narrow_it_in_either_spelling() {
    let cloud = TestCloud::demo();
    let name = cloud.emulated("Oslo office", "touch").await;
    let other = cloud.emulated("Oslo office", "co2").await;
    cloud.developer().put(&format!("/v2/{name}"), json!({"labels": {"group": "red", "floor": "1"}})).await;
    let id = name.rsplit('/').next().unwrap();
    for query in [
        format!("device_ids={id}&device_ids=unknown"),
        "deviceTypes=touch&deviceTypes=motion".to_owned(),
        "label_filters=group%3Dred&label_filters=floor".to_owned(),
        "event_types=batteryStatus&event_types=touch".to_owned(),
    ] {
        let mut stream = cloud.user().stream(&path(&cloud, &query), "*/*").await;
        publish(&cloud, &other, json!({"co2": {"ppm": 500}})).await;
        publish(&cloud, &name, json!({"touch": {}})).await;
        assert_eq!(stream.event().await["targetName"], name, "{query}");
    }
}

#[tokio::test]
async fn changes_of_labels_are_told_with_the_labels_that_came_of_them() {
    let cloud = TestCloud::demo();
    let door = cloud.device("Back door");
    let mut stream = cloud.user().stream(&path(&cloud, "labelFilters=group%3Dred"), "*/*").await;
    let sent = json!({"key": "group", "value": "red"});
    cloud.developer().post(&format!("/v2/{door}/labels"), sent).await;
    let event = stream.event().await;
    assert_eq!((&event["targetName"], &event["eventType"]), (&door.into(), &"labelsChanged".into()));
    assert_eq!(event["data"], json!({"added": {"group": "red"}, "modified": {}, "removed": []}));
}

#[tokio::test(start_paused = true)]
async fn pings_come_when_nothing_else_does() {
    let cloud = TestCloud::demo();
    let project = cloud.project("Oslo office");
    for (query, seconds) in [("", 10), ("ping_interval=2.5s", 2), ("pingInterval=60s", 60)] {
        let mut stream = cloud.user().stream(&path(&cloud, query), "*/*").await;
        let opened = tokio::time::Instant::now();
        for pings in 1..3 {
            let event = stream.event().await;
            let id = event["eventId"].as_str().unwrap();
            assert_eq!(id.len(), 20);
            let time = "2025-01-02T03:04:05.000000Z";
            let ping = json!({"eventId": id, "targetName": project, "eventType": "ping", "data": null,
                "timestamp": time});
            assert_eq!(event, ping);
            assert!(opened.elapsed().as_secs() >= pings * seconds, "{query}");
        }
    }
}

#[tokio::test]
async fn a_ping_interval_that_makes_no_sense_is_refused() {
    let cloud = TestCloud::demo();
    for interval in ["10", "0s", "-1s", "NaNs", "1e300s", "infs", "soon"] {
        let answer = cloud.user().get(&path(&cloud, &format!("ping_interval={interval}"))).await;
        assert!(answer.status == 400 && answer.error().starts_with("pingInterval: "), "{interval}");
    }
}

#[tokio::test]
async fn a_reader_that_falls_behind_is_told_so_and_the_stream_ends() {
    let cloud = TestCloud::with(Settings { stream_backlog: 2, ..Settings::default() }, Seed::Demo);
    let name = cloud.emulated("Oslo office", "touch").await;
    let mut slow = cloud.user().stream(&path(&cloud, ""), "*/*").await;
    let mut quick = cloud.user().stream(&path(&cloud, ""), "*/*").await;
    for _ in 0..3 {
        publish(&cloud, &name, json!({"touch": {}})).await;
        assert_eq!(quick.event().await["targetName"], name);
    }
    let error = json!({"code": 8, "message": "the stream fell too far behind",
        "details": [{"help": "https://docs.d21s.com/error/#429"}]});
    assert_eq!(slow.line().await, json!({ "error": error }));
    assert_eq!(slow.text().await, None);
}

#[tokio::test]
async fn it_ends_when_the_emulator_starts_over() {
    let cloud = TestCloud::demo();
    let mut stream = cloud.user().stream(&path(&cloud, ""), "*/*").await;
    cloud.stranger().post("/_emulator/reset", json!({})).await;
    assert_eq!(stream.text().await, None);
}

#[tokio::test]
async fn no_backlog_is_too_small_or_too_large_to_start_with() {
    for stream_backlog in [0, usize::MAX] {
        let cloud = TestCloud::with(Settings { stream_backlog, ..Settings::default() }, Seed::Demo);
        let answer = cloud.user().request("HEAD", &path(&cloud, ""), Body::empty()).await;
        assert_eq!(answer.status, 200);
    }
}
