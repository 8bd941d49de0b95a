//! `GET /v2/projects/{project}/serviceaccounts/{account}/keys/{key}`: one key.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal, wire::key::Key};

/// Needs `serviceaccount.key.read`. Answers the key without its secret.
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account, key)): Path<(String, String, String)>,
) -> Result<Json<Key>, Refusal> {
    let cloud = &emulator.store().cloud;
    caller.project(cloud, &project, Permission::ServiceAccountKeyRead)?;
    let account = cloud.service_account(&project, &account).ok_or_else(Refusal::not_found)?;
    let key = account.keys.get(&key).ok_or_else(Refusal::not_found)?;
    Ok(Json(Key::new(key, account)))
}

#[cfg(test)]
mod tests {
    use crate::{model::role::Role, test_cloud::TestCloud};

    #[tokio::test]
    async fn a_key_is_answered_as_it_is_listed() {
        let cloud = TestCloud::demo();
        let account = cloud.account(Role::ProjectUser);
        let id = account.email.split_once('@').unwrap().0;
        let path = format!("/v2/{}/serviceaccounts/{id}/keys", cloud.project("Oslo office"));
        let list = cloud.user().get(&path).await.json;
        let answer = cloud.user().get(&format!("{path}/{}", account.key_id)).await;
        assert_eq!((answer.status, &answer.json), (200, &list["keys"][0]));
    }

    #[tokio::test]
    async fn a_key_of_another_account_is_not_found() {
        let cloud = TestCloud::demo();
        let (account, other) = (cloud.account(Role::ProjectUser), cloud.account(Role::ProjectDeveloper));
        let id = account.email.split_once('@').unwrap().0;
        let path =
            |project| format!("/v2/{}/serviceaccounts/{id}/keys/{}", cloud.project(project), other.key_id);
        assert_eq!(cloud.user().get(&path("Oslo office")).await.status, 404);
        assert_eq!(cloud.guest().get(&path("Bergen warehouse")).await.status, 403);
    }
}
