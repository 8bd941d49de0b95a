//! `GET /v2/organizations/{organization}`: one organization.

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal,
    wire::organization::Organization,
};

/// Needs `organization.read`.
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(organization): Path<String>,
) -> Result<Response, Refusal> {
    let cloud = &emulator.store().cloud;
    let organization = caller.organization(cloud, &organization, Permission::OrganizationRead)?;
    Ok(Json(Organization::from(organization)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn an_organization_has_a_name_for_people() {
        let cloud = TestCloud::demo();
        let name = cloud.organization();
        let answer = cloud.organization_admin().get(&format!("/v2/{name}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json, json!({"name": name, "displayName": "Nordlys Properties"}));
    }

    #[tokio::test]
    async fn needs_its_admin_and_an_unknown_one_is_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.organization());
        assert_eq!(cloud.developer().get(&path).await.status, 403);
        assert_eq!(cloud.developer().get("/v2/organizations/unknown").await.status, 404);
    }
}
