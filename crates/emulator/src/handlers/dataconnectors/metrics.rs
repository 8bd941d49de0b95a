//! `GET /v2/projects/{project}/dataconnectors/{connector}:metrics`: what a connector's pushes have done lately.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{caller::Caller, emulator::Emulator, refusal::Refusal, wire::metrics::Answer};

/// Needs the permission in the settings.
pub async fn metrics(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, connector)): Path<(String, String)>,
) -> Result<Json<Answer>, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, emulator.settings().metrics_permission)?;
    let connector = project.connectors.get(&connector).ok_or_else(Refusal::not_found)?;
    let window = emulator.settings().delivery.metrics_window();
    Ok(Json(connector.outcomes.metrics(store.clock.now(), window).into()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::role::Permission, seed::Seed, settings::Settings, test_cloud::TestCloud};

    #[tokio::test]
    async fn the_counts_are_numbers_and_the_latency_a_duration() {
        let cloud = TestCloud::demo();
        let busy = cloud.user().get(&format!("/v2/{}:metrics", cloud.connector("Cleaning on demand"))).await;
        assert_eq!(busy.status, 200);
        let metrics = json!({"successCount": 3174, "errorCount": 12, "latency99p": "0.64s"});
        assert_eq!(busy.json, json!({"metrics": metrics}));
        let idle = cloud.user().get(&format!("/v2/{}:metrics", cloud.connector("Old intranet"))).await;
        assert_eq!(idle.json["metrics"], json!({"successCount": 0, "errorCount": 0, "latency99p": "0s"}));
    }

    #[tokio::test]
    async fn needs_the_permission_in_the_settings() {
        let settings =
            Settings { metrics_permission: Permission::DataConnectorUpdate, ..Settings::default() };
        let cloud = TestCloud::with(settings, Seed::Demo);
        let path = format!("/v2/{}:metrics", cloud.connector("Gate log"));
        assert_eq!(cloud.user().get(&path).await.status, 403);
        assert_eq!(cloud.developer().get(&path).await.status, 200);
    }

    #[tokio::test]
    async fn an_unknown_connector_is_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors/unknown:metrics", cloud.project("Oslo office"));
        assert_eq!(cloud.user().get(&path).await.status, 404);
    }
}
