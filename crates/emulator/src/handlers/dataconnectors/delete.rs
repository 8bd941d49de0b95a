//! `DELETE /v2/projects/{project}/dataconnectors/{connector}`: deletes a Data Connector.

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal};

/// Needs `dataconnector.delete`. Answers `{}`.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, connector)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    let project = caller.project_mut(cloud, &project, Permission::DataConnectorDelete)?;
    project.connectors.remove(&connector).ok_or_else(Refusal::not_found)?;
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_deleted_connector_is_gone() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.connector("Gate log"));
        let answer = cloud.developer().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(cloud.developer().get(&path).await.status, 404);
        assert_eq!(cloud.developer().delete(&path).await.status, 404);
    }

    #[tokio::test]
    async fn needs_a_developer() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.connector("Gate log"));
        assert_eq!(cloud.user().delete(&path).await.status, 403);
        assert_eq!(cloud.guest().delete(&path).await.status, 403);
        assert_eq!(cloud.user().get(&path).await.status, 200);
    }
}
