//! `GET /v2/organizations/{organization}/permissions`: what the caller may do in an organization (`dt-api.md` §6.3).

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
    Path(organization): Path<String>,
    query: QueryParameters,
) -> Result<Json<Page<Permission>>, Refusal> {
    let cloud = &emulator.store().cloud;
    let organization = cloud.organizations.get(&organization).ok_or_else(Refusal::not_found)?;
    let permissions = caller.permissions_in_organization(cloud, organization).into_iter();
    Page::asked_for("permissions", permissions, &query, emulator.settings()).map(Json)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn its_admin_may_make_projects_and_others_nothing() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/permissions", cloud.organization());
        let admin = cloud.organization_admin().get(&path).await;
        assert_eq!(admin.status, 200);
        assert!(admin.json["permissions"].as_array().unwrap().contains(&json!("project.create")));
        let others = cloud.developer().get(&path).await;
        assert_eq!(others.json, json!({"permissions": [], "nextPageToken": ""}));
    }

    #[tokio::test]
    async fn an_unknown_organization_is_not_found() {
        let cloud = TestCloud::demo();
        let path = "/v2/organizations/unknown/permissions";
        assert_eq!(cloud.organization_admin().get(path).await.status, 404);
    }
}
