//! `GET …/members/{member}:getInviteUrl`: where an invited person makes an account.

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde_json::{Value, json};

use crate::{
    caller::Caller,
    emulator::Emulator,
    refusal::Refusal,
    team::{MemberId, Team},
};

/// Needs the permission in the settings. DT's clients say that a member who is not pending answers 400.
pub async fn invite_url(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    team: Team,
    Path(MemberId { member }): Path<MemberId>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &emulator.store().cloud;
    let members = team.members(&caller, cloud, emulator.settings().invite_url_permission)?;
    let member = members.get(&member).ok_or_else(Refusal::not_found)?;
    if !cloud.is_pending(member) {
        return Err(Refusal::new(StatusCode::BAD_REQUEST, "the member is not invited but has an account"));
    }
    let url = format!("{}/account/invite/{}", emulator.origins().api(), member.id);
    Ok(Json(json!({"inviteUrl": url})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        model::role::Permission,
        seed::Seed,
        settings::Settings,
        test_cloud::{TestCloud, each},
    };

    /// The paths of Oslo's members.
    async fn members(cloud: &TestCloud) -> Vec<String> {
        let list = cloud.user().get(&format!("/v2/{}/members", cloud.project("Oslo office"))).await.json;
        let names = each(&list["members"], "name");
        names.iter().map(|name| format!("/v2/{}", name.as_str().unwrap())).collect()
    }

    #[tokio::test]
    async fn only_who_is_pending_has_one() {
        let cloud = TestCloud::demo();
        let members = members(&cloud).await;
        let (pending, accepted) = members.split_last().unwrap();
        let answer = cloud.user().get(&format!("{pending}:getInviteUrl")).await;
        let id = pending.rsplit('/').next().unwrap();
        let url = format!("http://localhost:8081/account/invite/{id}");
        assert_eq!((answer.status, answer.json), (200, json!({"inviteUrl": url})));
        for member in accepted {
            assert_eq!(cloud.user().get(&format!("{member}:getInviteUrl")).await.status, 400);
        }
    }

    #[tokio::test]
    async fn an_organization_invites_too() {
        let cloud = TestCloud::demo();
        let admin = cloud.organization_admin();
        let path = format!("/v2/{}/members", cloud.organization());
        let body = json!({"email": "kari@example.com", "roles": ["roles/organization.admin"]});
        let member = admin.post(&path, body).await.json;
        let url = format!("/v2/{}:getInviteUrl", member["name"].as_str().unwrap());
        assert_eq!(admin.get(&url).await.status, 200);
        assert_eq!(cloud.user().get(&url).await.status, 403);
    }

    #[tokio::test]
    async fn needs_the_permission_in_the_settings_and_a_known_member() {
        let settings =
            Settings { invite_url_permission: Permission::MembershipCreate, ..Settings::default() };
        let cloud = TestCloud::with(settings, Seed::Demo);
        let pending = members(&cloud).await.pop().unwrap();
        assert_eq!(cloud.developer().get(&format!("{pending}:getInviteUrl")).await.status, 403);
        assert_eq!(cloud.organization_admin().get(&format!("{pending}:getInviteUrl")).await.status, 200);
        let unknown = format!("/v2/{}/members/unknown:getInviteUrl", cloud.project("Oslo office"));
        assert_eq!(cloud.organization_admin().get(&unknown).await.status, 404);
    }
}
