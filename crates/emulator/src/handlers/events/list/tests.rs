use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    seed::Seed,
    settings::Settings,
    test_cloud::{TestCloud, each},
};

/// A device that tells how often it was touched.
struct Counter {
    cloud: TestCloud,
    name: String,
}

impl Counter {
    async fn with(settings: Settings) -> Self {
        let cloud = TestCloud::with(settings, Seed::Demo);
        let name = cloud.emulated("Oslo office", "touchCounter").await;
        Self { cloud, name }
    }

    async fn tells(&self, totals: impl IntoIterator<Item = u64>) {
        for total in totals {
            self.publishes(json!({"touchCount": {"total": total}})).await;
        }
    }

    async fn publishes(&self, report: Value) {
        let path = format!("/v2/{}:publish", self.name);
        assert_eq!(self.cloud.guest().post(&path, report).await.status, 200);
    }

    async fn page(&self, query: &str) -> Value {
        let answer = self.cloud.guest().get(&format!("/v2/{}/events?{query}", self.name)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json
    }

    async fn totals(&self, query: &str) -> Vec<u64> {
        totals(&self.page(query).await)
    }
}

fn totals(page: &Value) -> Vec<u64> {
    let data = each(&page["events"], "data");
    data.into_iter().map(|data| data["touchCount"]["total"].as_u64().unwrap()).collect()
}

fn next(page: &Value) -> &str {
    page["nextPageToken"].as_str().unwrap()
}

#[tokio::test]
async fn the_newest_events_come_first() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells([1, 2]).await;
    counter.cloud.advance(SignedDuration::from_secs(1));
    counter.tells([3]).await;
    let page = counter.page("").await;
    assert_eq!((totals(&page), next(&page)), (vec![3, 2, 1], ""));
}

#[tokio::test]
async fn a_seeded_device_has_told_what_it_reports() {
    let cloud = TestCloud::demo();
    let door = cloud.device("Back door");
    let events = cloud.user().get(&format!("/v2/{door}/events")).await.json;
    let times: Vec<_> = each(&events["events"], "timestamp").into_iter().map(Value::to_string).collect();
    assert!(times.len() > 2 && times.is_sorted_by(|one, other| one >= other), "{times:?}");
    let reported = cloud.user().get(&format!("/v2/{door}")).await.json["reported"].take();
    for event in events["events"].as_array().unwrap() {
        let event_type = event["eventType"].as_str().unwrap();
        assert_eq!(event["data"][event_type], reported[event_type]);
    }
}

#[tokio::test]
async fn without_a_window_they_are_those_of_the_last_day() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells([1]).await;
    counter.cloud.advance(SignedDuration::from_hours(1));
    counter.tells([2]).await;
    counter.cloud.advance(SignedDuration::from_hours(23) + SignedDuration::from_secs(1));
    assert_eq!(counter.totals("").await, [2]);
    assert_eq!(counter.totals("startTime=2025-01-02T00:00:00Z").await, [2, 1]);
}

#[tokio::test]
async fn a_window_includes_both_its_ends_and_has_any_offset() {
    let counter = Counter::with(Settings::default()).await;
    for total in 0..4 {
        counter.tells([total]).await;
        counter.cloud.advance(SignedDuration::from_mins(1));
    }
    let (start, end) = ("2025-01-02T03:05:05Z", "2025-01-02T04:06:05%2B01:00");
    for query in [format!("startTime={start}&endTime={end}"), format!("start_time={start}&end_time={end}")] {
        assert_eq!(counter.totals(&query).await, [2, 1]);
    }
    assert_eq!(counter.totals(&format!("endTime={start}")).await, [1, 0]);
    assert!(counter.totals("startTime=2025-01-02T03:06:05Z&endTime=2025-01-02T03:05:05Z").await.is_empty());
}

#[tokio::test]
async fn nothing_older_than_thirty_days_is_told() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells([1]).await;
    counter.cloud.advance(SignedDuration::from_hours(30 * 24));
    assert_eq!(counter.totals("startTime=2024-01-01T00:00:00Z").await, [1]);
    counter.cloud.advance(SignedDuration::from_secs(1));
    assert!(counter.totals("startTime=2024-01-01T00:00:00Z").await.is_empty());
}

#[tokio::test]
async fn event_types_are_alternatives_and_changes_of_labels_are_left_out() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells([1]).await;
    counter.publishes(json!({"touch": {}})).await;
    counter.publishes(json!({"batteryStatus": {"percentage": 9}})).await;
    let labels = json!({"labels": {"group": "red"}});
    counter.cloud.developer().put(&format!("/v2/{}", counter.name), labels).await;
    for (query, wanted) in [
        ("", vec!["batteryStatus", "touch", "touchCount"]),
        ("eventTypes=touch&event_types=touchCount", vec!["touch", "touchCount"]),
        ("eventTypes=labelsChanged", vec![]),
        ("eventTypes=weather", vec![]),
    ] {
        let page = counter.page(query).await;
        assert_eq!(each(&page["events"], "eventType"), wanted, "{query}");
    }
}

#[tokio::test]
async fn a_page_token_stays_right_while_new_events_come() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells(0..7).await;
    let first = counter.page("pageSize=3").await;
    counter.tells([7, 8]).await;
    let second = counter.page(&format!("page_size=3&page_token={}", next(&first))).await;
    counter.tells([9]).await;
    let third = counter.page(&format!("pageSize=3&pageToken={}", next(&second))).await;
    assert_eq!((totals(&first), totals(&second)), (vec![6, 5, 4], vec![3, 2, 1]));
    assert_eq!((totals(&third), next(&third)), (vec![0], ""));
}

#[tokio::test]
async fn the_window_stays_where_it_was_from_page_to_page() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells([1, 2]).await;
    counter.cloud.advance(SignedDuration::from_hours(24));
    let first = counter.page("pageSize=1").await;
    counter.cloud.advance(SignedDuration::from_hours(1));
    let second = counter.totals(&format!("pageSize=1&pageToken={}", next(&first))).await;
    assert_eq!((totals(&first), second), (vec![2], vec![1]));
    assert!(counter.totals("").await.is_empty());
}

#[tokio::test]
async fn a_page_token_stays_right_when_its_event_is_forgotten() {
    let settings = Settings { events_per_device: 3, ..Settings::default() };
    let counter = Counter::with(settings).await;
    counter.tells(0..3).await;
    let first = counter.page("pageSize=1").await;
    counter.cloud.advance(SignedDuration::from_secs(1));
    counter.tells(3..6).await;
    assert_eq!(counter.totals("").await, [5, 4, 3]);
    assert!(counter.totals(&format!("pageSize=1&pageToken={}", next(&first))).await.is_empty());
}

#[tokio::test]
async fn a_page_holds_up_to_a_thousand() {
    let counter = Counter::with(Settings::default()).await;
    counter.tells(0..1001).await;
    assert_eq!(counter.totals("").await.len(), 100);
    let page = counter.page("page_size=5000").await;
    assert_eq!(totals(&page).len(), 1000);
    assert_eq!(counter.totals(&format!("page_token={}", next(&page))).await, [0]);
}

#[tokio::test]
async fn a_parameter_that_makes_no_sense_is_refused_by_name() {
    let counter = Counter::with(Settings::default()).await;
    for (query, field) in [
        ("startTime=yesterday", "startTime: "),
        ("end_time=2025-01-02", "endTime: "),
        ("pageSize=many", "pageSize: "),
        ("pageToken=3", "pageToken: "),
        ("pageToken=a.b.c", "pageToken: "),
        ("pageToken=999999999999999999.1.c", "pageToken: "),
    ] {
        let answer = counter.cloud.user().get(&format!("/v2/{}/events?{query}", counter.name)).await;
        assert!(answer.status == 400 && answer.error().starts_with(field), "{query}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_device_of_others_is_forbidden_and_an_unknown_one_not_found() {
    let cloud = TestCloud::demo();
    let elsewhere = cloud.emulated("Bergen warehouse", "touch").await;
    assert_eq!(cloud.guest().get(&format!("/v2/{elsewhere}/events")).await.status, 403);
    let unknown = format!("/v2/{}/devices/unknown/events", cloud.project("Oslo office"));
    assert_eq!(cloud.user().get(&unknown).await.status, 404);
}
