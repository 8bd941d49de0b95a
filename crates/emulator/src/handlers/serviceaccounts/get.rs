//! `GET /v2/projects/{project}/serviceaccounts/{account}`: one service account.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal,
    wire::service_account::ServiceAccount,
};

/// Needs `serviceaccount.read`.
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account)): Path<(String, String)>,
) -> Result<Json<ServiceAccount>, Refusal> {
    let cloud = &emulator.store().cloud;
    caller.project(cloud, &project, Permission::ServiceAccountRead)?;
    let account = cloud.service_account(&project, &account).ok_or_else(Refusal::not_found)?;
    Ok(Json(account.into()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::role::Role, test_cloud::TestCloud};

    #[tokio::test]
    async fn an_account_has_an_address_made_of_its_id_and_its_project() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let (id, project) = email.strip_suffix(".serviceaccount.d21s.com").unwrap().split_once('@').unwrap();
        let name = format!("projects/{project}/serviceaccounts/{id}");
        let answer = cloud.user().get(&format!("/v2/{name}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.json,
            json!({
                "name": name,
                "email": email,
                "displayName": "Reader",
                "enableBasicAuth": false,
                "createTime": "2025-01-02T03:04:05.000000Z",
                "updateTime": "2025-01-02T03:04:05.000000Z",
            })
        );
    }

    #[tokio::test]
    async fn an_account_of_another_project_is_not_found() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let id = email.split_once('@').unwrap().0;
        let path = |id, project| format!("/v2/{}/serviceaccounts/{id}", cloud.project(project));
        assert_eq!(cloud.user().get(&path(id, "Bergen warehouse")).await.status, 404);
        assert_eq!(cloud.user().get(&path("unknown", "Oslo office")).await.status, 404);
        assert_eq!(cloud.guest().get(&path(id, "Bergen warehouse")).await.status, 403);
    }
}
