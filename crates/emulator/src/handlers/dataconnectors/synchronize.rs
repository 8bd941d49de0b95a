//! `POST /v2/projects/{project}/dataconnectors/{connector}:sync`: asks for the latest events to be pushed again.

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{
    agenda::Place,
    caller::Caller,
    emulator::Emulator,
    model::{connector::Status, event::Event},
    refusal::Refusal,
};

/// Needs the permission in the settings. Pushes the latest event of each type of every device in the project; answers `{}`
/// before they arrive. What happens to a disabled connector, and whether the filter applies, is in the settings.
pub async fn synchronize(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, connector)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let settings = emulator.settings();
    let store = &mut *emulator.store();
    let project = caller.project(&store.cloud, &project, settings.synchronize_permission)?;
    let connector = project.connectors.get(&connector).ok_or_else(Refusal::not_found)?;
    if connector.configuration.status != Status::Active
        && let Some(status) = settings.delivery.synchronize.disabled_status()
    {
        return Err(Refusal::new(status, "the Data Connector is disabled"));
    }
    let place = Place::of(connector, &project.id);
    let latest = project.devices.values().flat_map(|device| device.history.latest());
    let is_pushed =
        |event: &&Arc<Event>| !settings.delivery.synchronize.applies_filter || connector.selects(event);
    for event in latest.filter(is_pushed).cloned().collect::<Vec<_>>() {
        store.enqueue(place.clone(), event, &settings.delivery);
    }
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
