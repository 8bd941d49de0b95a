//! The emulator's answers are of the shape of the samples that the client is tested against too.

use std::{collections::BTreeSet, fs, mem::discriminant, path::Path};

use serde_json::{Value, json};

use crate::{
    seed::Seed,
    settings::Settings,
    test_cloud::TestCloud,
    wire::token::{TokenGranted, TokenRefused},
};

fn sample(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/samples");
    serde_json::from_slice(&fs::read(folder.join(name)).unwrap()).unwrap()
}

/// The first place where the keys of objects or the types of values differ; a list may be empty on either side.
fn difference(answer: &Value, sample: &Value, path: &str) -> Option<String> {
    match (answer, sample) {
        (Value::Object(answered), Value::Object(sampled)) => {
            let keys = answered.keys().chain(sampled.keys()).collect::<BTreeSet<_>>();
            keys.into_iter().find_map(|key| {
                let path = format!("{path}.{key}");
                match (answered.get(key), sampled.get(key)) {
                    (Some(answered), Some(sampled)) => difference(answered, sampled, &path),
                    _ => Some(format!("{path} is on one side only")),
                }
            })
        }
        (Value::Array(answered), Value::Array(sampled)) => {
            difference(answered.first()?, sampled.first()?, &format!("{path}[0]"))
        }
        _ if discriminant(answer) == discriminant(sample) => None,
        _ => Some(format!("{path} is {answer} and {sample}")),
    }
}

fn assert_same_shape(answer: &Value, sample: &Value, name: &str) {
    assert_eq!(difference(answer, sample, name), None);
}

#[tokio::test]
async fn a_connector_sent_as_in_a_sample_is_answered_as_in_the_sample() {
    let settings = Settings { connectors_per_project: usize::MAX, ..Settings::default() };
    let cloud = TestCloud::with(settings, Seed::Demo);
    let path = format!("/v2/{}/dataconnectors", cloud.project("Oslo office"));
    for name in [
        "connector_http_push.json",
        "connector_http_push_plain.json",
        "connector_azure_service_bus.json",
        "connector_azure_event_hub.json",
        "connector_google_cloud_pubsub.json",
        "connector_aws_sqs.json",
    ] {
        let mut sample = sample(name);
        if sample["status"] == "SYSTEM_DISABLED" {
            sample["status"] = "ACTIVE".into();
        }
        let mut answer = cloud.developer().post(&path, sample.clone()).await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.text);
        answer.json["name"] = sample["name"].clone();
        assert_eq!(answer.json, sample, "{name}");
    }
}

#[tokio::test]
async fn lists_and_projects_are_like_the_samples() {
    let cloud = TestCloud::demo();
    let oslo = cloud.project("Oslo office");
    let get = async |path: &str| cloud.developer().get(path).await.json;
    assert_same_shape(&get("/v2/projects").await, &sample("projects.json"), "projects");
    assert_same_shape(&get(&format!("/v2/{oslo}")).await, &sample("project.json"), "project");
    let mut connectors = get(&format!("/v2/{oslo}/dataconnectors")).await;
    connectors["dataConnectors"][0]["httpConfig"] = sample("connector_http_push.json")["httpConfig"].clone();
    assert_same_shape(&connectors, &sample("connectors.json"), "connectors");
    let metrics = get(&format!("/v2/{}:metrics", cloud.connector("Building operations"))).await;
    assert_same_shape(&metrics, &sample("metrics.json"), "metrics");
    let idle = get(&format!("/v2/{}:metrics", cloud.connector("Old intranet"))).await;
    assert_eq!(idle, sample("metrics_idle.json"));
}

#[tokio::test]
async fn devices_and_what_they_report_are_like_the_samples() {
    let cloud = TestCloud::demo();
    let devices = cloud.user().get("/v2/projects/-/devices").await.json["devices"].take();
    let devices = devices.as_array().unwrap();
    let sample = sample("devices.json");
    for mut sampled in sample["devices"].as_array().unwrap().clone() {
        let answered = devices.iter().find(|device| device["type"] == sampled["type"]).unwrap();
        for (event_type, data) in sampled["reported"].as_object().unwrap() {
            // A sensor that has not sent an event of a type may answer null for it.
            if !data.is_null() {
                assert_same_shape(&answered["reported"][event_type], data, event_type);
            }
        }
        // The number may be absent; the others are maps, whose keys are data.
        sampled["productNumber"] = answered["productNumber"].clone();
        sampled["labels"] = answered["labels"].clone();
        sampled["reported"] = answered["reported"].clone();
        assert_same_shape(answered, &sampled, "device");
    }
}

#[tokio::test]
async fn each_role_has_the_permissions_in_its_sample() {
    let cloud = TestCloud::demo();
    let path = format!("/v2/{}/permissions", cloud.project("Oslo office"));
    for (client, name) in [
        (cloud.user(), "permissions_project_user.json"),
        (cloud.developer(), "permissions_project_developer.json"),
    ] {
        let sorted = |json: &Value| {
            let permissions = json["permissions"].as_array().unwrap().iter();
            permissions.map(|permission| permission.as_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
        };
        let answer = client.get(&path).await.json;
        assert_same_shape(&answer, &sample(name), name);
        assert_eq!(sorted(&answer), sorted(&sample(name)), "{name}");
    }
}

#[tokio::test]
async fn tokens_and_errors_are_like_the_samples() {
    let cloud = TestCloud::demo();
    assert_same_shape(&json!(TokenGranted::new("t".to_owned())), &sample("token.json"), "token");
    assert_same_shape(&json!(TokenRefused::invalid_grant("d")), &sample("token_error.json"), "token error");
    let refusal = cloud.stranger().get("/v2/projects").await.json;
    assert_same_shape(&refusal, &sample("error_unauthenticated.json"), "error");
    assert_same_shape(&refusal, &sample("error_already_exists.json"), "error");
}

#[test]
fn a_key_too_much_or_a_value_of_another_type_is_a_difference() {
    let differ = |answer: Value, sample: Value| difference(&answer, &sample, "").is_some();
    assert!(differ(json!({"a": 1, "b": 2}), json!({"a": 1})));
    assert!(differ(json!({"a": 1}), json!({"a": 1, "b": 2})));
    assert!(differ(json!({"a": "1"}), json!({"a": 1})));
    assert!(differ(json!([{"a": 1}]), json!([{"a": null}])));
    assert!(!differ(json!({"a": [1], "b": []}), json!({"a": [], "b": ["c"]})));
}
