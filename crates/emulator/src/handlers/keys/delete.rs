//! `DELETE /v2/projects/{project}/serviceaccounts/{account}/keys/{key}`: deletes a key.

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal};

/// Needs `serviceaccount.key.delete`. Answers `{}`; tokens that were had with the key are void.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account, key)): Path<(String, String, String)>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    caller.project(cloud, &project, Permission::ServiceAccountKeyDelete)?;
    let account = cloud.service_account_mut(&project, &account).ok_or_else(Refusal::not_found)?;
    account.keys.shift_remove(&key).ok_or_else(Refusal::not_found)?;
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::role::Role, test_cloud::TestCloud};

    /// The path of the user's key.
    fn key(cloud: &TestCloud) -> String {
        let account = cloud.account(Role::ProjectUser);
        let id = account.email.split_once('@').unwrap().0;
        format!("/v2/{}/serviceaccounts/{id}/keys/{}", cloud.project("Oslo office"), account.key_id)
    }

    #[tokio::test]
    async fn a_deleted_key_and_its_tokens_are_refused_at_once() {
        let cloud = TestCloud::demo();
        let path = key(&cloud);
        let client = cloud.user();
        assert_eq!(client.get("/v2/projects").await.status, 200);
        let answer = cloud.organization_admin().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(client.get("/v2/projects").await.status, 401);
        assert_eq!(cloud.developer().get(&path).await.status, 404);
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 404);
    }

    #[tokio::test]
    async fn basic_auth_with_a_deleted_key_is_refused() {
        let cloud = TestCloud::demo();
        let credentials = cloud.guest_credentials();
        let id = credentials.email.split_once('@').unwrap().0;
        let oslo = cloud.project("Oslo office");
        let path = format!("/v2/{oslo}/serviceaccounts/{id}/keys/{}", credentials.key_id);
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 200);
        assert_eq!(cloud.with_basic_auth(&credentials).get("/v2/projects").await.status, 401);
    }

    #[tokio::test]
    async fn needs_an_admin() {
        let cloud = TestCloud::demo();
        assert_eq!(cloud.developer().delete(&key(&cloud)).await.status, 403);
        assert_eq!(cloud.user().get("/v2/projects").await.status, 200);
    }
}
