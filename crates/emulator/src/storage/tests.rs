use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    emulator::Emulator,
    model::clock::Clock,
    origins::Origins,
    seed::Seed,
    settings::Settings,
    test_cloud::{NOW, TestCloud},
};

/// A folder with a file for a cloud, and runs of the emulator on it.
struct Kept {
    folder: TempDir,
}

impl Kept {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("cloud.redb")
    }

    fn run(&self) -> TestCloud {
        TestCloud { emulator: open(&self.path(), Seed::Demo).unwrap() }
    }

    /// What a run that starts after a crash finds: the file as it is at this moment, with the first run still going.
    fn after_a_crash(&self) -> (Self, TestCloud) {
        let crashed = Self::new();
        std::fs::copy(self.path(), crashed.path()).unwrap();
        let cloud = crashed.run();
        (crashed, cloud)
    }
}

fn open(path: &Path, seed: Seed) -> Result<Emulator, String> {
    let origins = Origins { console_port: 8080, api_port: 8081, same_origin: false };
    Emulator::kept_in(path, Settings::default(), origins, seed, Clock::stopped_at(NOW.parse().unwrap()))
}

/// Everything that clients can see of a cloud.
async fn seen(cloud: &TestCloud) -> Value {
    let admin = cloud.organization_admin();
    let projects = admin.get("/v2/projects").await.json;
    let mut seen = vec![projects.clone(), admin.get("/v2/organizations").await.json];
    for project in projects["projects"].as_array().unwrap() {
        let project = project["name"].as_str().unwrap();
        for list in ["dataconnectors", "devices", "members", "serviceaccounts"] {
            seen.push(admin.get(&format!("/v2/{project}/{list}")).await.json);
        }
    }
    json!(seen)
}

async fn history(cloud: &TestCloud, device: &str) -> Value {
    cloud.developer().get(&format!("/v2/{device}/events")).await.json
}

#[tokio::test]
async fn a_cloud_is_the_same_after_a_crash_in_every_list_and_its_order() {
    let kept = Kept::new();
    let cloud = kept.run();
    let developer = cloud.developer();
    let path = format!("/v2/{}/dataconnectors", cloud.project("Bergen warehouse"));
    let connector =
        json!({"type": "HTTP_PUSH", "httpConfig": {"url": "https://new.example/", "headers": {"A": "b"}}});
    assert_eq!(developer.post(&path, connector).await.status, 200);
    let gate_log = format!("/v2/{}", cloud.connector("Gate log"));
    assert_eq!(developer.patch(&gate_log, json!({"status": "USER_DISABLED"})).await.status, 200);
    assert_eq!(developer.delete(&format!("/v2/{}", cloud.connector("Shipping partner"))).await.status, 200);
    let device = cloud.emulated("Oslo office", "temperature").await;
    assert_eq!(
        developer.post(&format!("/v2/{device}:publish"), json!({"temperature": {"value": 4.5}})).await.status,
        200
    );
    let labels = format!("/v2/{device}/labels");
    assert_eq!(developer.post(&labels, json!({"key": "room", "value": "1"})).await.status, 200);
    let doomed = cloud.emulated("Oslo office", "touch").await;
    assert_eq!(developer.delete(&format!("/v2/{doomed}")).await.status, 200);
    let admin = cloud.organization_admin();
    let transfer = json!({"devices": [cloud.device("Gate 1")]});
    let target = cloud.project("Oslo office");
    assert_eq!(admin.post(&format!("/v2/{target}/devices:transfer"), transfer).await.status, 200);

    let (_crashed, after) = kept.after_a_crash();
    assert_eq!(seen(&after).await, seen(&cloud).await);
    for device in [device, cloud.device("Gate 1")] {
        assert_eq!(history(&after, &device).await, history(&cloud, &device).await);
    }
    // Ids go on where they were.
    let (one, other) =
        (cloud.emulated("Oslo office", "co2").await, after.emulated("Oslo office", "co2").await);
    assert_eq!(one, other);
}

#[tokio::test]
async fn an_event_that_the_api_acknowledged_is_pushed_after_a_crash() {
    let kept = Kept::new();
    let cloud = kept.run();
    cloud.behave("haccp.example.net", json!({"status": 503})).await;
    let device = cloud.emulated("Trondheim cold storage", "temperature").await;
    let publish = format!("/v2/{device}:publish");
    assert_eq!(cloud.developer().post(&publish, json!({"temperature": {"value": 4}})).await.status, 200);

    let (_crashed, after) = kept.after_a_crash();
    after.pass(0).await;
    let pushed = after.pushed("haccp.example.net").await;
    assert_eq!(pushed.len(), 1);
    assert_eq!(pushed[0]["event"]["data"]["temperature"]["value"], 4);
}

#[tokio::test]
async fn what_was_pushed_or_dropped_is_not_pushed_again_after_a_restart() {
    let kept = Kept::new();
    let cloud = kept.run();
    let contact = || json!({"contact": {"state": "OPEN", "updateTime": NOW}});
    cloud.report("Gate 1", contact());
    cloud.pass(0).await;
    assert_eq!(cloud.inbox("gates.example.org").await.len(), 1);
    cloud.behave("gates.example.org", json!({"status": 500})).await;
    cloud.report("Gate 2", contact());
    cloud.pass(0).await;
    let gate_log = format!("/v2/{}", cloud.connector("Gate log"));
    for status in ["USER_DISABLED", "ACTIVE"] {
        assert_eq!(cloud.developer().patch(&gate_log, json!({"status": status})).await.status, 200);
    }

    let (_crashed, after) = kept.after_a_crash();
    after.pass(3600).await;
    assert!(after.inbox("gates.example.org").await.is_empty());
}

#[tokio::test]
async fn retries_go_on_after_a_restart_and_end_when_they_would_have() {
    let kept = Kept::new();
    let cloud = kept.run();
    cloud.behave("gates.example.org", json!({"status": 500})).await;
    cloud.report("Gate 1", json!({"contact": {"state": "OPEN", "updateTime": NOW}}));
    cloud.pass(11 * 3600).await;
    cloud.emulator.kept().await.unwrap();

    let (_crashed, after) = kept.after_a_crash();
    after.behave("gates.example.org", json!({"status": 500})).await;
    after.pass(0).await;
    assert_eq!(after.inbox("gates.example.org").await.len(), 1);
    after.pass(3601).await;
    after.behave("gates.example.org", json!({})).await;
    let tries = after.inbox("gates.example.org").await.len();
    after.pass(24 * 3600).await;
    assert_eq!(after.inbox("gates.example.org").await.len(), tries);
}

#[tokio::test]
async fn the_clock_the_key_and_the_metrics_are_kept_too() {
    let kept = Kept::new();
    let cloud = kept.run();
    cloud.pass(3600).await;
    let metrics = format!("/v2/{}:metrics", cloud.connector("Gate log"));
    cloud.report("Gate 1", json!({"contact": {"state": "OPEN", "updateTime": NOW}}));
    cloud.pass(0).await;
    cloud.emulator.kept().await.unwrap();

    let (_crashed, after) = kept.after_a_crash();
    for path in ["/_emulator/clock", "/data-connector/jwks"] {
        assert_eq!(after.stranger().get(path).await.json, cloud.stranger().get(path).await.json, "{path}");
    }
    assert_eq!(after.user().get(&metrics).await.json, cloud.user().get(&metrics).await.json);
}

#[tokio::test]
async fn a_reset_is_kept_and_leaves_nothing_of_before() {
    let kept = Kept::new();
    let cloud = kept.run();
    assert_eq!(cloud.stranger().post("/_emulator/reset", json!({"seed": "empty"})).await.status, 200);
    let (_crashed, after) = kept.after_a_crash();
    assert_eq!(after.organization_admin().get("/v2/projects").await.json["projects"], json!([]));
    assert_eq!(seen(&after).await, seen(&cloud).await);
}

#[tokio::test]
async fn a_file_holds_before_the_seed_and_is_of_one_program_at_a_time() {
    let kept = Kept::new();
    let first = kept.run();
    first.emulator.kept().await.unwrap();
    let error = open(&kept.path(), Seed::Empty).unwrap_err();
    assert!(error.starts_with(&kept.path().display().to_string()), "{error}");
    let crashed = Kept::new();
    std::fs::copy(kept.path(), crashed.path()).unwrap();
    let again = TestCloud { emulator: open(&crashed.path(), Seed::Empty).unwrap() };
    assert_eq!(seen(&again).await, seen(&first).await);
}

#[tokio::test]
async fn a_file_of_something_else_is_said_in_a_line() {
    let kept = Kept::new();
    std::fs::write(kept.path(), "no database").unwrap();
    let error = open(&kept.path(), Seed::Demo).unwrap_err();
    assert!(!error.contains('\n') && error.contains("cloud.redb"), "{error}");
    assert_eq!(std::fs::read(kept.path()).unwrap(), b"no database");
}
