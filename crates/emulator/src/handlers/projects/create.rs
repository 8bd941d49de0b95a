//! `POST /v2/projects`: makes a project (`dt-api.md` §6.1).

use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        project::{Project, SentProject},
    },
};

/// Needs `project.create` in the `organization` that the body names, with or without `organizations/`.
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let sent: SentProject = body::read(sent)?;
    let name = &sent.organization;
    if name.is_empty() {
        return Err(Refusal::invalid("organization", "must not be empty"));
    }
    let organization = name.strip_prefix("organizations/").unwrap_or(name);
    let cloud = &mut emulator.store().cloud;
    caller.organization(cloud, organization, Permission::ProjectCreate)?;
    let id = cloud.add_project(organization, sent.display_name, sent.location.into()).id.clone();
    let project = cloud.projects.get(&id).ok_or_else(Refusal::not_found)?;
    Ok(Json(Project::new(project, cloud)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn an_organization_and_a_name_are_enough() {
        let cloud = TestCloud::demo();
        let body = json!({"organization": cloud.organization(), "displayName": "Stavanger"});
        let answer = cloud.organization_admin().post("/v2/projects", body).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.json,
            json!({
                "name": answer.json["name"],
                "displayName": "Stavanger",
                "inventory": false,
                "organization": cloud.organization(),
                "organizationDisplayName": "Nordlys Properties",
                "sensorCount": 0,
                "cloudConnectorCount": 0,
                "location": {"latitude": null, "longitude": null, "timeLocation": "UTC"},
                "labels": {},
            })
        );
        let path = format!("/v2/{}", answer.json["name"].as_str().unwrap());
        assert_eq!(cloud.organization_admin().get(&path).await.json, answer.json);
        assert_eq!(cloud.user().get(&path).await.status, 403);
    }

    #[tokio::test]
    async fn a_location_is_kept_and_nulls_are_as_if_absent() {
        let cloud = TestCloud::demo();
        let id = cloud.organization().strip_prefix("organizations/").unwrap().to_owned();
        for (sent, kept) in [
            (
                json!({"latitude": 58.97, "longitude": 5.73, "timeLocation": "Europe/Oslo"}),
                json!({"latitude": 58.97, "longitude": 5.73, "timeLocation": "Europe/Oslo"}),
            ),
            (
                json!({"latitude": null, "longitude": null, "timeLocation": "Europe/Oslo"}),
                json!({"latitude": null, "longitude": null, "timeLocation": "Europe/Oslo"}),
            ),
            (Value::Null, json!({"latitude": null, "longitude": null, "timeLocation": "UTC"})),
        ] {
            let body = json!({"organization": id, "displayName": "Stavanger", "location": sent});
            let answer = cloud.organization_admin().post("/v2/projects", body).await;
            assert_eq!((answer.status, &answer.json["location"]), (200, &kept));
        }
    }

    #[tokio::test]
    async fn needs_an_admin_of_a_known_organization() {
        let cloud = TestCloud::demo();
        let body = json!({"organization": cloud.organization(), "displayName": "Stavanger"});
        assert_eq!(cloud.developer().post("/v2/projects", body).await.status, 403);
        for (body, status) in [
            (json!({"displayName": "Stavanger"}), 400),
            (json!({"organization": 1}), 400),
            (json!({"organization": cloud.organization(), "location": {"latitude": "north"}}), 400),
            (json!({"organization": "organizations/unknown"}), 404),
        ] {
            assert_eq!(cloud.organization_admin().post("/v2/projects", body).await.status, status);
        }
        let projects = cloud.organization_admin().get("/v2/projects").await.json;
        assert_eq!(projects["projects"].as_array().unwrap().len(), 3);
    }
}
