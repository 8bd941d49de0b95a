//! `GET /v2/{projects/{project}|organizations/{organization}}/members`: who is a member, in pages.

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
    team::Team,
    wire::{member::Member, page::Page, query::QueryParameters},
};

/// Needs `membership.read`. In the order they joined; who inherits a role from the organization is not among a project's.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    team: Team,
    query: QueryParameters,
) -> Result<Response, Refusal> {
    let cloud = &emulator.store().cloud;
    let members = team.members(&caller, cloud, Permission::MembershipRead)?.values();
    let members = members.map(|member| Member::new(member, &team, cloud));
    Ok(Json(Page::asked_for("members", members, &query, emulator.settings())?).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn the_members_of_a_project_are_service_accounts_and_people() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/members", cloud.project("Oslo office"));
        let answer = cloud.user().get(&path).await;
        assert_eq!(answer.status, 200);
        let members = &answer.json["members"];
        let names = ["Developer", "Reader", "Guest with Basic auth", "Ingrid Solberg", ""];
        assert_eq!(each(members, "displayName"), names);
        let roles = ["developer", "user", "developer", "admin", "user"];
        let roles = roles.map(|role| json!([format!("roles/project.{role}")]));
        assert_eq!(each(members, "roles"), roles.each_ref());
        let statuses = ["ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED", "PENDING"];
        assert_eq!(each(members, "status"), statuses);
        assert_eq!(answer.json["nextPageToken"], "");
    }

    #[tokio::test]
    async fn the_members_of_an_organization_are_its_admins() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/members", cloud.organization());
        let answer = cloud.organization_admin().get(&path).await;
        assert_eq!(answer.status, 200);
        assert_eq!(each(&answer.json["members"], "displayName"), ["Administrator"]);
        assert_eq!(answer.json["members"][0]["roles"], json!(["roles/organization.admin"]));
        assert_eq!(cloud.developer().get(&path).await.status, 403);
        assert_eq!(cloud.developer().get("/v2/organizations/unknown/members").await.status, 404);
    }

    #[tokio::test]
    async fn members_come_in_pages() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/members", cloud.project("Oslo office"));
        let first = cloud.user().get(&format!("{path}?pageSize=3")).await.json;
        let token = first["nextPageToken"].as_str().unwrap();
        let second = cloud.user().get(&format!("{path}?pageSize=3&pageToken={token}")).await.json;
        assert_eq!(each(&second["members"], "displayName"), ["Ingrid Solberg", ""]);
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/members", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&path).await.status, 403);
        assert_eq!(cloud.guest().get("/v2/projects/unknown/members").await.status, 404);
    }
}
