//! `DELETE /v2/projects/{project}/devices/{device}`: deletes an emulated device (`dt-api.md` §6.9).

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{caller::Caller, emulated_device, emulator::Emulator, model::role::Permission, refusal::Refusal};

/// Needs `emulator.delete`. Answers `{}`.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    let project = caller.project_mut(cloud, &project, Permission::EmulatorDelete)?;
    emulated_device::find(project, &device)?;
    project.devices.remove(&device);
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_deleted_device_is_gone() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.emulated("Oslo office", "touch").await);
        let answer = cloud.developer().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(cloud.user().get(&path).await.status, 404);
        assert_eq!(cloud.developer().delete(&path).await.status, 404);
    }

    #[tokio::test]
    async fn only_developers_delete_and_only_what_is_emulated() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.emulated("Oslo office", "touch").await);
        assert_eq!(cloud.user().delete(&path).await.status, 403);
        let real = format!("/v2/{}", cloud.device("Back door"));
        let answer = cloud.developer().delete(&real).await;
        assert_eq!((answer.status, answer.error()), (400, "device: is not an emulated one"));
        for kept in [path, real] {
            assert_eq!(cloud.user().get(&kept).await.status, 200);
        }
    }
}
