//! `DELETE …/members/{member}`: ends a membership, not the account.

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    team::{MemberId, Team},
};

/// Needs `membership.delete`. Answers `{}`.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    team: Team,
    Path(MemberId { member }): Path<MemberId>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    let members = team.members_mut(&caller, cloud, Permission::MembershipDelete)?;
    members.shift_remove(&member).ok_or_else(Refusal::not_found)?;
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::role::Role, test_cloud::TestCloud};

    /// The path of the user's membership in Bergen.
    fn user(cloud: &TestCloud) -> String {
        let email = cloud.account(Role::ProjectUser).email;
        format!("/v2/{}/members/{}", cloud.project("Bergen warehouse"), email.split_once('@').unwrap().0)
    }

    #[tokio::test]
    async fn who_is_no_member_any_more_may_nothing_there_but_elsewhere() {
        let cloud = TestCloud::demo();
        let path = user(&cloud);
        let answer = cloud.organization_admin().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(cloud.organization_admin().get(&path).await.status, 404);
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 404);
        assert_eq!(cloud.user().get(&format!("/v2/{}", cloud.project("Bergen warehouse"))).await.status, 403);
        assert_eq!(cloud.user().get(&format!("/v2/{}", cloud.project("Oslo office"))).await.status, 200);
    }

    #[tokio::test]
    async fn an_admin_can_leave_an_organization() {
        let cloud = TestCloud::demo();
        let (id, _) = cloud
            .account(Role::OrganizationAdmin)
            .email
            .split_once('@')
            .map(|(id, home)| (id.to_owned(), home.to_owned()))
            .unwrap();
        let path = format!("/v2/{}/members/{id}", cloud.organization());
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 200);
        assert_eq!(
            cloud.organization_admin().get("/v2/organizations").await.json["organizations"],
            json!([])
        );
    }

    #[tokio::test]
    async fn needs_an_admin() {
        let cloud = TestCloud::demo();
        let path = user(&cloud);
        assert_eq!(cloud.developer().delete(&path).await.status, 403);
        assert_eq!(cloud.guest().delete(&path).await.status, 403);
        assert_eq!(cloud.user().get(&path).await.status, 200);
    }
}
