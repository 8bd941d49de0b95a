//! `POST /v2/projects/{project}/dataconnectors`: makes a Data Connector (`dt-api.md` §3.3).

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    control::faults,
    emulator::Emulator,
    model::{outcomes::Outcomes, role::Permission},
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        connector::Connector,
    },
};

/// Needs `dataconnector.create`. Answers the connector with its new name; a project can have only so many.
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Connector>, Refusal> {
    let settings = emulator.settings();
    let cloud = &mut emulator.store().cloud;
    let connectors = &caller.project(cloud, &project, Permission::DataConnectorCreate)?.connectors;
    let configuration = body::read::<Connector>(sent)?.validated(None, settings)?;
    faults::check_name(&configuration.display_name, settings)?;
    if connectors.len() >= settings.connectors_per_project {
        let message =
            format!("a project can have at most {} Data Connectors", settings.connectors_per_project);
        return Err(Refusal::new(settings.connector_limit_status(), message));
    }
    let connector = cloud.add_connector(&project, configuration, Outcomes::default());
    let connector = connector.ok_or_else(Refusal::not_found)?;
    Ok(Json(Connector::new(connector, &project)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::{Answer, TestCloud};

    fn minimal() -> Value {
        json!({"type": "HTTP_PUSH", "httpConfig": {"url": "https://a.example"}})
    }

    async fn created(cloud: &TestCloud, body: Value) -> Answer {
        let path = format!("/v2/{}/dataconnectors", cloud.project("Oslo office"));
        cloud.developer().post(&path, body).await
    }

    #[tokio::test]
    async fn a_type_and_a_url_are_enough() {
        let cloud = TestCloud::demo();
        let answer = created(&cloud, minimal()).await;
        assert_eq!(answer.status, 200);
        let name = answer.json["name"].as_str().unwrap();
        assert_eq!(
            answer.json,
            json!({
                "name": name,
                "displayName": "",
                "type": "HTTP_PUSH",
                "status": "ACTIVE",
                "events": [],
                "labels": [],
                "httpConfig": {"url": "https://a.example", "signatureSecret": "", "headers": {}},
            })
        );
        assert_eq!(cloud.user().get(&format!("/v2/{name}")).await.json, answer.json);
    }

    #[tokio::test]
    async fn nulls_and_unknown_members_are_as_if_absent() {
        let cloud = TestCloud::demo();
        let mut body = minimal();
        for member in ["name", "events", "labels", "awsSqsConfig", "pubsubConfig"] {
            body[member] = Value::Null;
        }
        body["future"] = json!({"a": 1});
        body["httpConfig"]["headers"] = Value::Null;
        let answer = created(&cloud, body).await;
        assert_eq!((answer.status, &answer.json["events"]), (200, &json!([])));
        assert_eq!(answer.json.get("future"), None);
    }

    #[tokio::test]
    async fn what_is_no_valid_connector_is_refused() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors", cloud.project("Oslo office"));
        for body in ["", "[]", "{", "1", "{}", r#"{"type":"HTTP_PUSH"}"#] {
            assert_eq!(cloud.developer().request("POST", &path, body.into()).await.status, 400, "{body}");
        }
    }

    #[tokio::test]
    async fn a_project_has_at_most_ten() {
        let cloud = TestCloud::demo();
        assert_eq!(created(&cloud, minimal()).await.status, 200);
        let eleventh = created(&cloud, minimal()).await;
        assert_eq!(eleventh.status, 400);
        assert_eq!(eleventh.error(), "a project can have at most 10 Data Connectors");
    }

    #[tokio::test]
    async fn a_display_name_can_ask_for_a_fault() {
        let cloud = TestCloud::demo();
        let mut body = minimal();
        body["displayName"] = "fault-503".into();
        assert_eq!(created(&cloud, body.clone()).await.status, 503);
        body["displayName"] = "fault-200".into();
        assert_eq!(created(&cloud, body).await.status, 200);
    }

    #[tokio::test]
    async fn needs_a_developer_of_a_known_project() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors", cloud.project("Trondheim cold storage"));
        assert_eq!(cloud.user().post(&path, minimal()).await.status, 403);
        assert_eq!(cloud.guest().post(&path, minimal()).await.status, 403);
        assert_eq!(cloud.organization_admin().post(&path, minimal()).await.status, 200);
        let unknown = "/v2/projects/unknown/dataconnectors";
        assert_eq!(cloud.developer().post(unknown, minimal()).await.status, 404);
    }
}
