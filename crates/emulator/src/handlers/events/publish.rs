//! `POST /v2/projects/{project}/devices/{device}:publish`: an emulated device tells something (`dt-api.md` §6.9).

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{
    caller::Caller,
    emulated_device,
    emulator::Emulator,
    model::{event_data::EventData, role::Permission, time::Time},
    refusal::Refusal,
    wire::{body::JsonObject, published},
};

/// Needs `emulator.update`. Answers `{}`.
pub async fn publish(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let store = &mut *emulator.store();
    let in_project = caller.project(&store.cloud, &project, Permission::EmulatorUpdate)?;
    emulated_device::find(in_project, &device)?;
    let report = published::report(sent, Time::at(store.clock.now()))?;
    store.publish(&project, &device, EventData::Report(report), emulator.settings());
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn what_is_published_is_the_devices_state_and_in_its_history() {
        let cloud = TestCloud::demo();
        let name = cloud.emulated("Oslo office", "contact").await;
        let sent = json!({"contact": {"state": "OPEN"}});
        let answer = cloud.developer().post(&format!("/v2/{name}:publish"), sent).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        let now = "2025-01-02T03:04:05.000000Z";
        let contact = json!({"state": "OPEN", "updateTime": now});
        let device = cloud.user().get(&format!("/v2/{name}")).await.json;
        assert_eq!(device["reported"], json!({ "contact": contact }));
        let events = cloud.user().get(&format!("/v2/{name}/events")).await.json;
        let id = &events["events"][0]["eventId"];
        assert_eq!(id.as_str().unwrap().len(), 20);
        let event = json!({
            "eventId": id,
            "targetName": name,
            "eventType": "contact",
            "data": {"contact": contact},
            "timestamp": now,
        });
        assert_eq!(events["events"], json!([event]));
    }

    #[tokio::test]
    async fn what_is_no_report_is_refused_and_changes_nothing() {
        let cloud = TestCloud::demo();
        let name = cloud.emulated("Oslo office", "touch").await;
        for sent in [json!({}), json!({"labelsChanged": {}}), json!({"touch": null}), json!({"weather": {}})]
        {
            let answer = cloud.developer().post(&format!("/v2/{name}:publish"), sent).await;
            assert_eq!((answer.status, &answer.json["code"]), (400, &400.into()));
        }
        assert_eq!(cloud.user().get(&format!("/v2/{name}")).await.json["reported"], json!({}));
    }

    #[tokio::test]
    async fn only_developers_publish_and_only_for_what_is_emulated() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}:publish", cloud.emulated("Oslo office", "touch").await);
        assert_eq!(cloud.user().post(&path, json!({"touch": {}})).await.status, 403);
        let real = format!("/v2/{}:publish", cloud.device("Back door"));
        let answer = cloud.developer().post(&real, json!({"touch": {}})).await;
        assert_eq!((answer.status, answer.error()), (400, "device: is not an emulated one"));
        let unknown = format!("/v2/{}/devices/emu:publish", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().post(&unknown, json!({"touch": {}})).await.status, 404);
    }
}
