//! `PATCH /v2/projects/{project}`: changes some fields of a project (`dt-api.md` §6.1).

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        project::{FIELDS, Project, SentProject},
        query::QueryParameters,
    },
};

/// Needs `project.update`. Changes the fields in `updateMask`, or without one those that the body has; a location in the body
/// replaces the whole one.
pub async fn update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    query: QueryParameters,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let cloud = &mut emulator.store().cloud;
    let current = caller.project(cloud, &id, Permission::ProjectUpdate)?;
    let SentProject { organization, .. } = body::read(sent.clone())?;
    let moves = organization.strip_prefix("organizations/").unwrap_or(&organization) != current.organization;
    if !organization.is_empty() && moves {
        return Err(Refusal::invalid("organization", "cannot be changed"));
    }
    let patched = FIELDS.to_change(&sent, &query)?.apply(&sent, json!(Project::new(current, cloud)));
    let patched: SentProject = body::read(patched)?;

    let project = caller.project_mut(cloud, &id, Permission::ProjectUpdate)?;
    project.display_name = patched.display_name;
    project.location = patched.location.into();
    let project = caller.project(cloud, &id, Permission::ProjectUpdate)?;
    Ok(Json(Project::new(project, cloud)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::{Answer, TestCloud};

    async fn patched(cloud: &TestCloud, query: &str, body: Value) -> Answer {
        let path = format!("/v2/{}{query}", cloud.project("Oslo office"));
        cloud.organization_admin().patch(&path, body).await
    }

    #[tokio::test]
    async fn only_what_the_body_has_changes() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.project("Oslo office"));
        let mut expected = cloud.user().get(&path).await.json;
        assert_eq!(patched(&cloud, "", json!({})).await.json, expected);
        expected["displayName"] = "Oslo".into();
        let answer = patched(&cloud, "", json!({"displayName": "Oslo"})).await;
        assert_eq!((answer.status, &answer.json), (200, &expected));
        assert_eq!(cloud.user().get(&path).await.json, expected);
    }

    #[tokio::test]
    async fn a_mask_names_what_changes() {
        let cloud = TestCloud::demo();
        let body = json!({"displayName": "Oslo", "location": {"latitude": 60.0}});
        let answer = patched(&cloud, "?updateMask=location.latitude", body.clone()).await;
        assert_eq!(answer.json["displayName"], "Oslo office");
        let location = json!({"latitude": 60.0, "longitude": 10.7528, "timeLocation": "Europe/Oslo"});
        assert_eq!(answer.json["location"], location);
        let cloud = TestCloud::demo();
        let answer = patched(&cloud, "?update_mask=displayName", body).await;
        assert_eq!(
            (&answer.json["displayName"], answer.json["location"]["latitude"].as_f64()),
            (&json!("Oslo"), Some(59.9111))
        );
    }

    #[tokio::test]
    async fn a_location_without_a_mask_replaces_the_whole_one() {
        let cloud = TestCloud::demo();
        let sent = json!({"latitude": null, "longitude": null, "timeLocation": "Europe/Paris"});
        let answer = patched(&cloud, "", json!({"location": sent})).await;
        assert_eq!((answer.status, &answer.json["location"]), (200, &sent));
        let answer = patched(&cloud, "", json!({"location": {"latitude": 1.5}})).await;
        let expected = json!({"latitude": 1.5, "longitude": null, "timeLocation": "UTC"});
        assert_eq!(answer.json["location"], expected);
    }

    #[tokio::test]
    async fn the_whole_project_can_be_sent_back() {
        let cloud = TestCloud::demo();
        let original = cloud.user().get(&format!("/v2/{}", cloud.project("Oslo office"))).await.json;
        let answer = patched(&cloud, "", original.clone()).await;
        assert_eq!((answer.status, answer.json), (200, original));
    }

    #[tokio::test]
    async fn what_cannot_be_kept_is_refused_and_changes_nothing() {
        let cloud = TestCloud::demo();
        let original = patched(&cloud, "", json!({})).await.json;
        for (query, body, field) in [
            ("", json!({"displayName": 1}), "displayName"),
            ("", json!({"displayName": "x", "organization": "organizations/other"}), "organization"),
            ("", json!({"location": {"longitude": "east"}}), "location.longitude"),
            ("?updateMask=colour", json!({}), "updateMask"),
        ] {
            let answer = patched(&cloud, query, body).await;
            assert_eq!(answer.status, 400, "{query}");
            assert!(answer.error().starts_with(&format!("{field}: ")), "{}", answer.error());
        }
        assert_eq!(patched(&cloud, "", json!({})).await.json, original);
    }

    #[tokio::test]
    async fn needs_an_admin_of_a_known_project() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().patch(&path, json!({})).await.status, 403);
        assert_eq!(cloud.developer().patch("/v2/projects/unknown", json!({})).await.status, 404);
    }
}
