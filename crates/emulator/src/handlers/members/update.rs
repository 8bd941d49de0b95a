//! `PATCH …/members/{member}`: changes a member's role.

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
    team::{MemberId, Team},
    wire::{
        body::{self, JsonObject},
        member::{FIELDS, Member, SentMember},
        query::QueryParameters,
    },
};

/// Needs `membership.update`. Changes `roles`, if `updateMask`, or without one the body, has it.
pub async fn update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    team: Team,
    Path(MemberId { member }): Path<MemberId>,
    query: QueryParameters,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let cloud = &mut emulator.store().cloud;
    let members = team.members(&caller, cloud, Permission::MembershipUpdate)?;
    let current = members.get(&member).ok_or_else(Refusal::not_found)?;
    body::read::<SentMember>(sent.clone())?;
    let patched = FIELDS.to_change(&sent, &query)?.apply(&sent, json!(Member::new(current, &team, cloud)));
    let role = team.role(&body::read::<SentMember>(patched)?.roles)?;

    let members = team.members_mut(&caller, cloud, Permission::MembershipUpdate)?;
    let member = members.get_mut(&member).ok_or_else(Refusal::not_found)?;
    member.role = role;
    let member = member.clone();
    Ok(Json(Member::new(&member, &team, cloud)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{model::role::Role, test_cloud::TestCloud};

    /// The path of the developer's membership in Oslo.
    fn developer(cloud: &TestCloud) -> String {
        let email = cloud.account(Role::ProjectDeveloper).email;
        format!("/v2/{}/members/{}", cloud.project("Oslo office"), email.split_once('@').unwrap().0)
    }

    #[tokio::test]
    async fn another_role_takes_effect_at_once_and_changes_nothing_else() {
        let cloud = TestCloud::demo();
        let path = developer(&cloud);
        let mut expected = cloud.user().get(&path).await.json;
        assert_eq!(cloud.developer().patch(&path, json!({})).await.status, 403);
        expected["roles"] = json!(["roles/project.admin"]);
        let answer = cloud.organization_admin().patch(&path, json!({"roles": expected["roles"]})).await;
        assert_eq!((answer.status, &answer.json), (200, &expected));
        assert_eq!(cloud.developer().patch(&path, json!({})).await.json, expected);
    }

    #[tokio::test]
    async fn the_whole_member_can_be_sent_with_or_without_a_mask() {
        let cloud = TestCloud::demo();
        let path = developer(&cloud);
        let mut sent = cloud.user().get(&path).await.json;
        let answer = cloud.organization_admin().patch(&path, sent.clone()).await;
        assert_eq!((answer.status, &answer.json), (200, &sent));
        sent["roles"] = json!(["roles/project.user"]);
        let body = json!({"displayName": "", "status": "PENDING", "roles": sent["roles"]});
        let answer = cloud.organization_admin().patch(&format!("{path}?update_mask=roles"), body).await;
        assert_eq!((answer.status, &answer.json), (200, &sent));
        let ignored = json!({"roles": ["roles/project.admin"]});
        let answer = cloud.organization_admin().patch(&format!("{path}?updateMask=status"), ignored).await;
        assert_eq!((answer.status, &answer.json), (200, &sent));
    }

    #[tokio::test]
    async fn an_admin_of_an_organization_can_only_stay_one() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::OrganizationAdmin).email;
        let path = format!("/v2/{}/members/{}", cloud.organization(), email.split_once('@').unwrap().0);
        let patched = async |roles: Value| {
            cloud.organization_admin().patch(&path, json!({"roles": roles})).await.status
        };
        assert_eq!(patched(json!(["roles/organization.admin"])).await, 200);
        assert_eq!(patched(json!(["roles/project.admin"])).await, 400);
    }

    #[tokio::test]
    async fn what_is_no_role_is_refused_and_changes_nothing() {
        let cloud = TestCloud::demo();
        let path = developer(&cloud);
        let original = cloud.user().get(&path).await.json;
        for (query, body) in [
            ("", json!({"roles": []})),
            ("", json!({"roles": ["roles/project.king"]})),
            ("", json!({"roles": "roles/project.user"})),
            ("?updateMask=roles", json!({})),
            ("?updateMask=colour", json!({})),
        ] {
            let answer = cloud.organization_admin().patch(&format!("{path}{query}"), body).await;
            assert_eq!(answer.status, 400, "{query}");
        }
        assert_eq!(cloud.user().get(&path).await.json, original);
    }

    #[tokio::test]
    async fn an_unknown_member_is_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/members/unknown", cloud.project("Oslo office"));
        assert_eq!(cloud.organization_admin().patch(&path, json!({})).await.status, 404);
    }
}
