//! `GET /v2/roles/{role}`: one role, such as `roles/project.user`.

use axum::{Json, extract::Path};

use crate::{model, refusal::Refusal, wire::role::Role};

/// Needs no permission.
pub async fn get(Path(role): Path<String>) -> Result<Json<Role>, Refusal> {
    let found = model::role::Role::ALL.into_iter().find(|known| known.id() == role);
    found.map(|role| Json(role.into())).ok_or_else(Refusal::not_found)
}

#[cfg(test)]
mod tests {
    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_role_is_answered_as_in_the_list() {
        let cloud = TestCloud::demo();
        let role = cloud.user().get("/v2/roles/project.developer").await;
        assert_eq!(role.status, 200);
        assert_eq!(role.json, cloud.user().get("/v2/roles").await.json["roles"][1]);
    }

    #[tokio::test]
    async fn an_unknown_role_is_not_found() {
        let cloud = TestCloud::demo();
        assert_eq!(cloud.user().get("/v2/roles/project.king").await.status, 404);
    }
}
