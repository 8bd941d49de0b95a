//! `GET /v2/projects/{project}/dataconnectors/{connector}`: one Data Connector.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal, wire::connector::Connector,
};

/// Needs `dataconnector.read`. The signature secret is answered in clear (`dt-api.md` §3.1).
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, connector)): Path<(String, String)>,
) -> Result<Json<Connector>, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, Permission::DataConnectorRead)?;
    let connector = project.connectors.get(&connector).ok_or_else(Refusal::not_found)?;
    Ok(Json(Connector::new(connector, &project.id)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_connector_is_answered_whole_with_its_secret() {
        let cloud = TestCloud::demo();
        let name = cloud.connector("Cleaning on demand");
        let answer = cloud.user().get(&format!("/v2/{name}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.json,
            json!({
                "name": name,
                "displayName": "Cleaning on demand",
                "type": "HTTP_PUSH",
                "status": "ACTIVE",
                "events": ["touch", "motion", "deskOccupancy", "touchCount"],
                "labels": ["name", "floor", "room", "customer-ID"],
                "httpConfig": {
                    "url": "https://cleaning.example.com/api/events?site=oslo",
                    "signatureSecret": "a-demo-secret-that-protects-nothing",
                    "headers": {
                        "Authorization": "Bearer demo-token-that-opens-nothing",
                        "X-Tenant": "nordlys",
                    },
                },
            })
        );
    }

    #[tokio::test]
    async fn what_is_unset_in_an_http_configuration_is_answered_empty() {
        let cloud = TestCloud::demo();
        let answer = cloud.user().get(&format!("/v2/{}", cloud.connector("Old intranet"))).await;
        let expected = json!({
            "url": "https://intranet.example.com/sensors",
            "signatureSecret": "",
            "headers": {},
        });
        assert_eq!(answer.json["httpConfig"], expected);
        assert_eq!(answer.json["events"], json!([]));
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_connector_not_found() {
        let cloud = TestCloud::demo();
        let forbidden = cloud.guest().get(&format!("/v2/{}", cloud.connector("Gate log"))).await;
        assert_eq!(forbidden.status, 403);
        let unknown = format!("/v2/{}/dataconnectors/unknown", cloud.project("Oslo office"));
        assert_eq!(cloud.guest().get(&unknown).await.status, 404);
    }
}
