//! `GET /v2/projects/{project}/permissions`: what the caller may do in a project (`dt-api.md` §6.3).

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{page::Page, query::QueryParameters},
};

/// Needs no permission: an account without any gets an empty list.
pub async fn permissions(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    query: QueryParameters,
) -> Result<Json<Page<Permission>>, Refusal> {
    let cloud = &emulator.store().cloud;
    let project = cloud.projects.get(&project).ok_or_else(Refusal::not_found)?;
    let permissions = caller.permissions_in_project(cloud, project).into_iter();
    Page::asked_for("permissions", permissions, &query, emulator.settings()).map(Json)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    const USER: [&str; 8] = [
        "dataconnector.read",
        "device.read",
        "sensor.read",
        "emulator.read",
        "membership.read",
        "serviceaccount.read",
        "serviceaccount.key.read",
        "project.read",
    ];

    #[tokio::test]
    async fn a_user_may_read() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/permissions", cloud.project("Oslo office"));
        let answer = cloud.user().get(&path).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json, json!({"permissions": USER, "nextPageToken": ""}));
    }

    #[tokio::test]
    async fn a_developer_may_also_write_connectors_and_an_organization_admin_everything() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/permissions", cloud.project("Oslo office"));
        let developer = cloud.developer().get(&path).await.json["permissions"].take();
        let admin = cloud.organization_admin().get(&path).await.json["permissions"].take();
        let (developer, admin) = (developer.as_array().unwrap(), admin.as_array().unwrap());
        assert!(USER.iter().all(|permission| developer.contains(&json!(permission))));
        for verb in ["create", "update", "delete"] {
            assert!(developer.contains(&json!(format!("dataconnector.{verb}"))));
            assert!(!developer.contains(&json!(format!("serviceaccount.{verb}"))));
        }
        assert!(developer.iter().all(|permission| admin.contains(permission)));
        assert!(admin.contains(&json!("project.create")));
    }

    #[tokio::test]
    async fn someone_without_a_role_has_none_and_an_unknown_project_is_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/permissions", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&path).await.json, json!({"permissions": [], "nextPageToken": ""}));
        assert_eq!(cloud.guest().get("/v2/projects/unknown/permissions").await.status, 404);
    }
}
