//! `PUT /v2/projects/{project}/devices/{device}`: gives an emulated device other labels (`dt-api.md` §6.9).

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulated_device,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        device::Device,
        emulated_device::EmulatedDevice,
    },
};

/// Needs `emulator.update`. Replaces all labels; the type cannot be changed. Answers the device.
pub async fn replace(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let store = &mut *emulator.store();
    let in_project = caller.project(&store.cloud, &project, Permission::EmulatorUpdate)?;
    let current = emulated_device::find(in_project, &device)?;
    let sent: EmulatedDevice = body::read(sent)?;
    if !sent.kind.is_empty() && sent.kind != current.kind {
        return Err(Refusal::invalid("type", "cannot be changed"));
    }
    store.label(&project, &device, emulated_device::labels(sent.labels), emulator.settings());
    let changed = Device::find(&store.cloud, &project, &device).ok_or_else(Refusal::not_found)?;
    Ok(Json(changed).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn the_labels_are_replaced_and_the_rest_is_kept() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.emulated("Oslo office", "touch").await);
        cloud.developer().post(&format!("{path}:publish"), json!({"touch": {}})).await;
        cloud.developer().put(&path, json!({"labels": {"name": "Gate", "old": "1"}})).await;
        let before = cloud.user().get(&path).await.json;
        let mut told = cloud.emulator.store().streams.subscribe();
        let sent = json!({"name": "any", "type": "touch", "labels": {"name": "Door"}});
        let answer = cloud.developer().put(&path, sent).await;
        let mut wanted = before;
        wanted["labels"] = json!({"name": "Door", "virtual-sensor": ""});
        assert_eq!((answer.status, &answer.json), (200, &wanted));
        assert_eq!(cloud.user().get(&path).await.json, wanted);
        let changes = json!({"added": {}, "modified": {"name": "Door"}, "removed": ["old"]});
        assert_eq!(json!(told.try_recv().unwrap().data), changes);
        let bare = cloud.developer().put(&path, json!({})).await;
        assert_eq!(bare.json["labels"], json!({"virtual-sensor": ""}));
    }

    #[tokio::test]
    async fn the_type_cannot_be_changed() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.emulated("Oslo office", "touch").await);
        let answer = cloud.developer().put(&path, json!({"type": "co2", "labels": {"a": "b"}})).await;
        assert_eq!((answer.status, answer.error()), (400, "type: cannot be changed"));
        let labels = cloud.user().get(&path).await.json["labels"].take();
        assert_eq!(labels, json!({"virtual-sensor": ""}));
    }

    #[tokio::test]
    async fn only_developers_replace_and_only_what_is_emulated() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.emulated("Oslo office", "touch").await);
        assert_eq!(cloud.user().put(&path, json!({})).await.status, 403);
        let real = format!("/v2/{}", cloud.device("Back door"));
        let answer = cloud.developer().put(&real, json!({})).await;
        assert_eq!((answer.status, answer.error()), (400, "device: is not an emulated one"));
        let unknown = format!("/v2/{}/devices/emu", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().put(&unknown, json!({})).await.status, 404);
    }
}
