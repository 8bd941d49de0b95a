//! `GET /v2/organizations`: the organizations that the caller can see, in pages.

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
    wire::{organization::Organization, page::Page, query::QueryParameters},
};

/// Those with `organization.read`.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    query: QueryParameters,
) -> Result<Response, Refusal> {
    let cloud = &emulator.store().cloud;
    let found = cloud.organizations.values().filter(|organization| {
        caller.permissions_in_organization(cloud, organization).contains(&Permission::OrganizationRead)
    });
    let page = Page::asked_for("organizations", found.map(Organization::from), &query, emulator.settings())?;
    Ok(Json(page).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn only_its_admins_see_an_organization() {
        let cloud = TestCloud::demo();
        let seen = cloud.organization_admin().get("/v2/organizations").await;
        assert_eq!(seen.status, 200);
        assert_eq!(each(&seen.json["organizations"], "displayName"), ["Nordlys Properties"]);
        let seen = cloud.developer().get("/v2/organizations").await;
        assert_eq!(seen.json, json!({"organizations": [], "nextPageToken": ""}));
    }
}
