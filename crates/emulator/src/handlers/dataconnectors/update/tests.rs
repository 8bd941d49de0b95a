use proptest::{prelude::*, sample::subsequence};
use serde_json::{Value, json};

use crate::{
    seed::Seed,
    settings::Settings,
    test_cloud::{Answer, TestCloud, block_on},
};

const RICH: &str = "Cleaning on demand";

async fn patched(cloud: &TestCloud, display_name: &str, query: &str, body: Value) -> Answer {
    let path = format!("/v2/{}{query}", cloud.connector(display_name));
    cloud.developer().patch(&path, body).await
}

async fn rich(cloud: &TestCloud) -> Value {
    cloud.user().get(&format!("/v2/{}", cloud.connector(RICH))).await.json
}

#[tokio::test]
async fn only_what_the_body_has_changes() {
    let cloud = TestCloud::demo();
    let mut expected = rich(&cloud).await;
    expected["status"] = "USER_DISABLED".into();
    let answer = patched(&cloud, RICH, "", json!({"status": "USER_DISABLED"})).await;
    assert_eq!((answer.status, &answer.json), (200, &expected));
    assert_eq!(rich(&cloud).await, expected);
}

#[tokio::test]
async fn an_empty_body_and_nulls_change_nothing() {
    let cloud = TestCloud::demo();
    let original = rich(&cloud).await;
    let nulls =
        json!({"displayName": null, "events": null, "httpConfig": {"headers": null}, "awsSqsConfig": null});
    for (query, body) in [("", json!({})), ("?update_mask=", json!({})), ("", nulls)] {
        let answer = patched(&cloud, RICH, query, body).await;
        assert_eq!((answer.status, &answer.json), (200, &original), "{query}");
    }
}

#[tokio::test]
async fn part_of_a_configuration_keeps_the_rest_unless_the_settings_say_otherwise() {
    let body = json!({"httpConfig": {"url": "https://new.example"}});
    let cloud = TestCloud::demo();
    let config = patched(&cloud, RICH, "", body.clone()).await.json["httpConfig"].take();
    assert_eq!(config["url"], "https://new.example");
    assert_eq!(config["signatureSecret"], "a-demo-secret-that-protects-nothing");

    let cloud =
        TestCloud::with(Settings { partial_config_keeps_rest: false, ..Settings::default() }, Seed::Demo);
    let config = patched(&cloud, RICH, "", body).await.json["httpConfig"].take();
    assert_eq!(config, json!({"url": "https://new.example", "signatureSecret": "", "headers": {}}));
}

#[tokio::test]
async fn a_mask_names_what_changes_and_what_the_body_lacks_of_it_is_cleared() {
    let cloud = TestCloud::demo();
    let query = "?updateMask=displayName,httpConfig.headers,labels";
    let answer = patched(&cloud, RICH, query, json!({"displayName": "New", "status": "USER_DISABLED"})).await;
    assert_eq!(answer.json["displayName"], "New");
    assert_eq!(answer.json["status"], "ACTIVE");
    assert_eq!(answer.json["labels"], json!([]));
    assert_eq!(answer.json["httpConfig"]["headers"], json!({}));
    assert_eq!(answer.json["httpConfig"]["signatureSecret"], "a-demo-secret-that-protects-nothing");
}

#[tokio::test]
async fn a_mask_with_an_object_means_all_in_it() {
    let cloud = TestCloud::demo();
    let body = json!({"httpConfig": {"url": "https://new.example"}});
    let config = patched(&cloud, RICH, "?update_mask=httpConfig", body).await.json["httpConfig"].take();
    assert_eq!(config, json!({"url": "https://new.example", "signatureSecret": "", "headers": {}}));
}

#[tokio::test]
async fn the_whole_connector_can_be_sent_back() {
    let cloud = TestCloud::demo();
    let names =
        ["Energy dashboard", RICH, "Facility data lake", "Work orders", "Occupancy analytics", "Leak alarms"];
    for display_name in names {
        let path = format!("/v2/{}", cloud.connector(display_name));
        let original = cloud.user().get(&path).await.json;
        let answer = cloud.developer().patch(&path, original.clone()).await;
        assert_eq!((answer.status, answer.json), (200, original));
    }
}

#[tokio::test]
async fn a_system_disabled_connector_can_be_enabled_again() {
    let cloud = TestCloud::demo();
    let answer = patched(&cloud, "Energy dashboard", "", json!({"status": "ACTIVE"})).await;
    assert_eq!((answer.status, &answer.json["status"]), (200, &json!("ACTIVE")));
    let answer = patched(&cloud, "Energy dashboard", "", json!({"status": "SYSTEM_DISABLED"})).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_changes_nothing() {
    let cloud = TestCloud::demo();
    let original = rich(&cloud).await;
    for (query, body, field) in [
        ("", json!({"type": "AWS_SQS"}), "type"),
        ("", json!({"httpConfig": {"url": ""}}), "httpConfig.url"),
        ("", json!({"displayName": "x", "awsSqsConfig": {"queueUrl": "q"}}), "awsSqsConfig"),
        ("", json!({"events": [null]}), "events[0]"),
        ("?updateMask=labels", json!({"httpConfig": "x"}), "httpConfig"),
        ("?updateMask=httpConfig.url", json!({}), "httpConfig.url"),
        ("?updateMask=status", json!({}), "status"),
        ("?updateMask=colour", json!({}), "updateMask"),
    ] {
        let answer = patched(&cloud, RICH, query, body).await;
        assert_eq!(answer.status, 400, "{query}");
        assert!(answer.error().starts_with(&format!("{field}: ")), "{}", answer.error());
    }
    assert_eq!(patched(&cloud, RICH, "", json!({"displayName": "fault-500"})).await.status, 500);
    assert_eq!(rich(&cloud).await, original);
}

#[tokio::test]
async fn needs_a_developer_of_a_known_connector() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    assert_eq!(cloud.user().patch(&path, json!({})).await.status, 403);
    assert_eq!(cloud.guest().patch(&path, json!({})).await.status, 403);
    assert_eq!(cloud.organization_admin().patch(&path, json!({})).await.status, 200);
    let unknown = format!("/v2/{}/dataconnectors/unknown", cloud.project("Bergen warehouse"));
    assert_eq!(cloud.developer().patch(&unknown, json!({})).await.status, 404);
}

/// A member of a body, or of its `httpConfig`: its path and its value.
type Member = (&'static str, Value);

fn members() -> impl Strategy<Value = Vec<Member>> {
    let text = "[a-z]{0,3}";
    let texts = || prop::collection::vec(text, 0..3);
    let status = prop::sample::select(vec!["ACTIVE", "USER_DISABLED"]);
    let headers = prop::collection::btree_map("[a-z]{1,3}", text, 0..3);
    (text, status, texts(), texts(), "https://[a-z]{1,3}", text, headers).prop_flat_map(
        |(name, status, events, labels, url, secret, headers)| {
            let members = vec![
                ("displayName", json!(name)),
                ("status", json!(status)),
                ("events", json!(events)),
                ("labels", json!(labels)),
                ("httpConfig.url", json!(url)),
                ("httpConfig.signatureSecret", json!(secret)),
                ("httpConfig.headers", json!(headers)),
            ];
            subsequence(members, 0..=7)
        },
    )
}

fn body(members: &[Member]) -> Value {
    let mut body = json!({});
    for (path, value) in members {
        match path.split_once('.') {
            Some((object, member)) => body[object][member] = value.clone(),
            None => body[*path] = value.clone(),
        }
    }
    body
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_presence_of_fields_is_a_mask_of_the_same_fields(members in members(), others in members()) {
        let paths: Vec<_> = members.iter().map(|(path, _)| *path).collect();
        let mask = format!("?update_mask={}", if paths.is_empty() { "name".to_owned() } else { paths.join(",") });
        // Under a mask, what else the body has does not count.
        let more = others.into_iter().filter(|(path, _)| !paths.contains(path));
        let everything: Vec<_> = members.iter().cloned().chain(more).collect();
        let (one, other) = (TestCloud::demo(), TestCloud::demo());
        let present = block_on(patched(&one, RICH, "", body(&members)));
        let masked = block_on(patched(&other, RICH, &mask, body(&everything)));
        prop_assert_eq!(present.status, 200);
        prop_assert_eq!(present.json, masked.json);
    }

    #[test]
    fn a_patch_gives_what_it_has_and_keeps_the_rest(members in members()) {
        let cloud = TestCloud::demo();
        let mut expected = block_on(rich(&cloud));
        for (path, value) in &members {
            *expected.pointer_mut(&format!("/{}", path.replace('.', "/"))).unwrap() = value.clone();
        }
        let answer = block_on(patched(&cloud, RICH, "", body(&members)));
        prop_assert_eq!(answer.json, expected);
    }
}
