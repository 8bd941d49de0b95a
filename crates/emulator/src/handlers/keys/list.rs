//! `GET /v2/projects/{project}/serviceaccounts/{account}/keys`: a service account's keys, in pages.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{key::Key, page::Page, query::QueryParameters},
};

/// Needs `serviceaccount.key.read`. In the order of creation, without the secrets.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account)): Path<(String, String)>,
    query: QueryParameters,
) -> Result<Json<Page<Key>>, Refusal> {
    let cloud = &emulator.store().cloud;
    caller.project(cloud, &project, Permission::ServiceAccountKeyRead)?;
    let account = cloud.service_account(&project, &account).ok_or_else(Refusal::not_found)?;
    let keys = account.keys.values().map(|key| Key::new(key, account));
    Page::asked_for("keys", keys, &query, emulator.settings()).map(Json)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::role::Role, test_cloud::TestCloud};

    #[tokio::test]
    async fn keys_are_listed_without_their_secrets() {
        let cloud = TestCloud::demo();
        let account = cloud.account(Role::ProjectDeveloper);
        let id = account.email.split_once('@').unwrap().0;
        let name = format!("{}/serviceaccounts/{id}", cloud.project("Oslo office"));
        let answer = cloud.user().get(&format!("/v2/{name}/keys")).await;
        assert_eq!(answer.status, 200);
        let key = json!({
            "name": format!("{name}/keys/{}", account.key_id),
            "id": account.key_id,
            "createTime": "2025-01-02T03:04:05.000000Z",
        });
        assert_eq!(answer.json, json!({"keys": [key], "nextPageToken": ""}));
    }

    #[tokio::test]
    async fn an_unknown_account_is_not_found_and_one_of_others_forbidden() {
        let cloud = TestCloud::demo();
        let path = |project| format!("/v2/{}/serviceaccounts/unknown/keys", cloud.project(project));
        assert_eq!(cloud.guest().get(&path("Oslo office")).await.status, 404);
        assert_eq!(cloud.guest().get(&path("Bergen warehouse")).await.status, 403);
    }
}
