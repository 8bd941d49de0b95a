//! `GET …/members/{member}`: one member.

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    team::{MemberId, Team},
    wire::member::Member,
};

/// Needs `membership.read`.
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    team: Team,
    Path(MemberId { member }): Path<MemberId>,
) -> Result<Response, Refusal> {
    let cloud = &emulator.store().cloud;
    let members = team.members(&caller, cloud, Permission::MembershipRead)?;
    let member = members.get(&member).ok_or_else(Refusal::not_found)?;
    Ok(Json(Member::new(member, &team, cloud)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        model::role::Role,
        test_cloud::{TestCloud, each},
    };

    #[tokio::test]
    async fn a_service_account_is_a_member_by_its_own_id() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let name =
            format!("{}/members/{}", cloud.project("Bergen warehouse"), email.split_once('@').unwrap().0);
        let answer = cloud.user().get(&format!("/v2/{name}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.json,
            json!({
                "name": name,
                "displayName": "Reader",
                "roles": ["roles/project.user"],
                "status": "ACCEPTED",
                "email": email,
                "accountType": "SERVICE_ACCOUNT",
                "createTime": "2025-01-02T03:04:05.000000Z",
            })
        );
    }

    #[tokio::test]
    async fn every_member_is_read_as_it_is_listed() {
        let cloud = TestCloud::demo();
        for team in [cloud.project("Oslo office"), cloud.organization()] {
            let list = cloud.organization_admin().get(&format!("/v2/{team}/members")).await.json;
            for (member, name) in
                list["members"].as_array().unwrap().iter().zip(each(&list["members"], "name"))
            {
                let path = format!("/v2/{}", name.as_str().unwrap());
                assert_eq!(&cloud.organization_admin().get(&path).await.json, member);
            }
        }
    }

    #[tokio::test]
    async fn an_unknown_member_is_not_found_and_one_of_others_forbidden() {
        let cloud = TestCloud::demo();
        let path = |project| format!("/v2/{}/members/unknown", cloud.project(project));
        assert_eq!(cloud.guest().get(&path("Oslo office")).await.status, 404);
        assert_eq!(cloud.guest().get(&path("Bergen warehouse")).await.status, 403);
        let path = format!("/v2/{}/members/unknown", cloud.organization());
        assert_eq!(cloud.user().get(&path).await.status, 403);
    }
}
