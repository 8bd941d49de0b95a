//! `POST /_emulator/reset`: starts over with another seed.

use axum::{Json, extract::State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    emulator::Emulator,
    refusal::Refusal,
    seed::Seed,
    wire::body::{self, JsonObject},
};

/// A slip of the hand must not fill the memory.
const MOST_CONNECTORS: u32 = 200_000;
const MOST_DEVICES: u32 = 400_000;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reset {
    seed: Option<String>,
    projects: Option<u32>,
    connectors_per_project: Option<u32>,
    devices_per_project: Option<u32>,
}

/// `{"seed": "demo" | "empty" | "fleet"}`, a fleet also with `projects`, `connectorsPerProject` and `devicesPerProject`; without
/// a seed, the one at the start. Also takes the clock back and forgets faults, journal and inboxes. Answers `{}`.
pub async fn reset(
    State(emulator): State<Emulator>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let sent: Reset = body::read(sent)?;
    let seed = match sent.seed.as_deref().map(str::parse) {
        None => emulator.seed(),
        Some(Ok(Seed::Fleet { projects, connectors_per_project, devices_per_project })) => Seed::Fleet {
            projects: sent.projects.unwrap_or(projects),
            connectors_per_project: sent.connectors_per_project.unwrap_or(connectors_per_project),
            devices_per_project: sent.devices_per_project.unwrap_or(devices_per_project),
        },
        Some(Ok(seed)) => seed,
        Some(Err(problem)) => return Err(Refusal::invalid("seed", problem)),
    };
    check_size(seed)?;
    emulator.reset(seed);
    Ok(Json(json!({})))
}

fn check_size(seed: Seed) -> Result<(), Refusal> {
    let Seed::Fleet { projects, connectors_per_project, devices_per_project } = seed else { return Ok(()) };
    let too_many =
        |what, most| Err(Refusal::invalid("projects", format!("a fleet has at most {most} {what}")));
    if projects.saturating_mul(connectors_per_project.max(1)) > MOST_CONNECTORS {
        too_many("Data Connectors", MOST_CONNECTORS)
    } else if projects.saturating_mul(devices_per_project) > MOST_DEVICES {
        too_many("devices", MOST_DEVICES)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::{NOW, TestCloud};

    async fn reset(cloud: &TestCloud, body: Value) -> u16 {
        cloud.stranger().post("/_emulator/reset", body).await.status
    }

    #[tokio::test]
    async fn everything_is_again_as_it_was() {
        let cloud = TestCloud::demo();
        let stranger = cloud.stranger();
        let path = format!("/v2/{}", cloud.connector("Gate log"));
        let original = cloud.user().get(&path).await.json;
        cloud.developer().delete(&path).await;
        stranger.post("/_emulator/clock", json!({"advance": "1d"})).await;
        stranger.post("/_emulator/faults", json!({"path": "*", "status": 500})).await;
        stranger.post("/inbox/mine", json!({})).await;

        assert_eq!(reset(&cloud, json!({"seed": "demo"})).await, 200);
        assert_eq!(stranger.get("/_emulator/clock").await.json["now"], NOW);
        assert_eq!(stranger.get("/_emulator/faults").await.json, json!([]));
        assert_eq!(stranger.get("/_emulator/journal").await.json, json!([]));
        assert_eq!(stranger.get("/inbox/mine/requests").await.json, json!([]));
        assert_eq!(cloud.user().get(&path).await.json, original);
    }

    #[tokio::test]
    async fn an_empty_cloud_has_no_projects() {
        let cloud = TestCloud::demo();
        assert_eq!(reset(&cloud, json!({"seed": "empty"})).await, 200);
        assert_eq!(cloud.user().get("/v2/projects").await.json["projects"], json!([]));
        assert_eq!(reset(&cloud, json!({})).await, 200);
        assert_ne!(cloud.user().get("/v2/projects").await.json["projects"], json!([]));
    }

    #[tokio::test]
    async fn a_fleet_is_as_large_as_asked_for() {
        let cloud = TestCloud::demo();
        let fleet =
            json!({"seed": "fleet", "projects": 120, "connectorsPerProject": 3, "devicesPerProject": 4});
        assert_eq!(reset(&cloud, fleet).await, 200);
        let first = cloud.user().get("/v2/projects").await.json;
        assert_eq!(first["projects"].as_array().unwrap().len(), 100);
        let rest = cloud.user().get("/v2/projects?pageToken=100").await.json;
        assert_eq!(rest["projects"].as_array().unwrap().len(), 20);
        let project = rest["projects"][19]["name"].as_str().unwrap();
        let connectors = cloud.user().get(&format!("/v2/{project}/dataconnectors")).await.json;
        assert_eq!(connectors["dataConnectors"].as_array().unwrap().len(), 3);
        let devices = cloud.user().get(&format!("/v2/{project}/devices")).await.json;
        assert_eq!(devices["devices"].as_array().unwrap().len(), 4);
    }

    #[tokio::test]
    async fn what_is_no_seed_is_refused_and_changes_nothing() {
        let cloud = TestCloud::demo();
        let before = cloud.user().get("/v2/projects").await.json;
        for body in [
            json!({"seed": "dream"}),
            json!({"seed": "fleet", "projects": 4_000_000_000_u32}),
            json!({"seed": "fleet", "projects": -1}),
            json!({"seed": "fleet", "devicesPerProject": 1_000_000}),
        ] {
            assert_eq!(reset(&cloud, body).await, 400);
        }
        assert_eq!(cloud.user().get("/v2/projects").await.json, before);
    }
}
