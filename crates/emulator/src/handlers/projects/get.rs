//! `GET /v2/projects/{project}`: one project.

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal, wire::project::Project,
};

/// Needs `project.read`.
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
) -> Result<Response, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, Permission::ProjectRead)?;
    Ok(Json(Project::new(project, &store.cloud)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_project_counts_its_sensors_and_cloud_connectors_apart() {
        let cloud = TestCloud::demo();
        let name = cloud.project("Oslo office");
        let answer = cloud.user().get(&format!("/v2/{name}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.json,
            json!({
                "name": name,
                "displayName": "Oslo office",
                "inventory": false,
                "organization": answer.json["organization"],
                "organizationDisplayName": "Nordlys Properties",
                "sensorCount": 20,
                "cloudConnectorCount": 2,
                "location": {"latitude": 59.9111, "longitude": 10.7528, "timeLocation": "Europe/Oslo"},
                "labels": {},
            })
        );
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&path).await.status, 403);
        assert_eq!(cloud.guest().get("/v2/projects/unknown").await.status, 404);
    }
}
