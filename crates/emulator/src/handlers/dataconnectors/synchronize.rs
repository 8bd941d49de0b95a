//! `POST /v2/projects/{project}/dataconnectors/{connector}:sync`: asks for the latest events to be pushed again.

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{caller::Caller, emulator::Emulator, refusal::Refusal};

/// Needs the permission in the settings. Answers `{}`, whatever the connector's status; the journal shows the request.
pub async fn synchronize(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, connector)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, emulator.settings().synchronize_permission)?;
    project.connectors.get(&connector).ok_or_else(Refusal::not_found)?;
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use serde_json::json;

    use crate::{model::role::Permission, seed::Seed, settings::Settings, test_cloud::TestCloud};

    #[tokio::test]
    async fn a_synchronization_needs_no_body_and_shows_in_the_journal() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}:sync", cloud.connector("Gate log"));
        let answer = cloud.developer().request("POST", &path, Body::empty()).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        let journal = cloud.stranger().get("/_emulator/journal").await.json;
        let entry = json!({"method": "POST", "path": path, "query": "", "body": null, "status": 200});
        assert_eq!(journal, json!([entry]));
    }

    #[tokio::test]
    async fn needs_the_permission_in_the_settings() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}:sync", cloud.connector("Gate log"));
        assert_eq!(cloud.user().request("POST", &path, Body::empty()).await.status, 403);
        let settings =
            Settings { synchronize_permission: Permission::DataConnectorRead, ..Settings::default() };
        let cloud = TestCloud::with(settings, Seed::Demo);
        assert_eq!(cloud.user().request("POST", &path, Body::empty()).await.status, 200);
    }

    #[tokio::test]
    async fn an_unknown_connector_or_method_is_not_found() {
        let cloud = TestCloud::demo();
        let unknown = format!("/v2/{}/dataconnectors/unknown:sync", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().request("POST", &unknown, Body::empty()).await.status, 404);
        let explode = format!("/v2/{}:explode", cloud.connector("Gate log"));
        assert_eq!(cloud.developer().request("POST", &explode, Body::empty()).await.status, 404);
    }
}
