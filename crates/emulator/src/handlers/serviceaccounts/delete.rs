//! `DELETE /v2/projects/{project}/serviceaccounts/{account}`: deletes a service account with its keys and memberships.

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal};

/// Needs `serviceaccount.delete`. Answers `{}`.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    caller.project(cloud, &project, Permission::ServiceAccountDelete)?;
    cloud.service_account(&project, &account).ok_or_else(Refusal::not_found)?;
    cloud.remove_service_account(&account);
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{model::role::Role, test_cloud::TestCloud};

    #[tokio::test]
    async fn a_deleted_account_is_signed_out_and_a_member_of_nothing() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let (oslo, id) = (cloud.project("Oslo office"), email.split_once('@').unwrap().0);
        let path = format!("/v2/{oslo}/serviceaccounts/{id}");
        let client = cloud.user();
        assert_eq!(client.get("/v2/projects").await.status, 200);
        let answer = cloud.organization_admin().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(client.get("/v2/projects").await.status, 401);
        assert_eq!(cloud.developer().get(&path).await.status, 404);
        for project in ["Oslo office", "Bergen warehouse", "Trondheim cold storage"] {
            let member = format!("/v2/{}/members/{id}", cloud.project(project));
            assert_eq!(cloud.developer().get(&member).await.status, 404, "{project}");
        }
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 404);
    }

    #[tokio::test]
    async fn needs_an_admin_of_the_project_that_owns_it() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let id = email.split_once('@').unwrap().0;
        let path = |project| format!("/v2/{}/serviceaccounts/{id}", cloud.project(project));
        assert_eq!(cloud.developer().delete(&path("Oslo office")).await.status, 403);
        assert_eq!(cloud.organization_admin().delete(&path("Bergen warehouse")).await.status, 404);
        assert_eq!(cloud.user().get("/v2/projects").await.status, 200);
    }
}
