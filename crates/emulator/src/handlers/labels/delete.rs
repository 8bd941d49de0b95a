//! `DELETE /v2/projects/{project}/devices/{device}/labels/{label}`: takes a label from a device (`dt-api.md` §6.5).

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal};

/// Needs `device.update`. Answers `{}`.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device, key)): Path<(String, String, String)>,
) -> Result<Json<Value>, Refusal> {
    let store = &mut *emulator.store();
    let in_project = caller.project(&store.cloud, &project, Permission::DeviceUpdate)?;
    let mut labels = in_project.devices.get(&device).ok_or_else(Refusal::not_found)?.labels.clone();
    labels.remove(&key).ok_or_else(Refusal::not_found)?;
    store.label(&project, &device, labels, emulator.settings());
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_label_goes_and_is_told() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        let mut told = cloud.emulator.store().streams.subscribe();
        let path = format!("/v2/{door}/labels/floor");
        let answer = cloud.developer().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        let labels = cloud.user().get(&format!("/v2/{door}")).await.json["labels"].take();
        assert!(labels.get("floor").is_none() && labels.get("room").is_some());
        let changes = json!({"added": {}, "modified": {}, "removed": ["floor"]});
        assert_eq!(json!(told.try_recv().unwrap().data), changes);
        assert_eq!(cloud.developer().delete(&path).await.status, 404);
        assert!(told.try_recv().is_err());
    }

    #[tokio::test]
    async fn users_take_none() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/labels/floor", cloud.device("Back door"));
        assert_eq!(cloud.user().delete(&path).await.status, 403);
    }
}
