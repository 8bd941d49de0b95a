//! `GET /v2/roles`: every role, in pages.

use axum::{Json, extract::State};

use crate::{
    emulator::Emulator,
    model,
    refusal::Refusal,
    wire::{page::Page, query::QueryParameters, role::Role},
};

/// Needs no permission.
pub async fn list(
    State(emulator): State<Emulator>,
    query: QueryParameters,
) -> Result<Json<Page<Role>>, Refusal> {
    let roles = model::role::Role::ALL.into_iter().map(Role::from);
    Page::asked_for("roles", roles, &query, emulator.settings()).map(Json)
}

#[cfg(test)]
mod tests {
    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn every_role_may_all_that_the_one_before_it_may() {
        let cloud = TestCloud::demo();
        let answer = cloud.user().get("/v2/roles").await;
        let names = [
            "roles/project.user",
            "roles/project.developer",
            "roles/project.admin",
            "roles/organization.admin",
        ];
        assert_eq!(answer.status, 200);
        assert_eq!(each(&answer.json["roles"], "name"), names);
        let permissions = each(&answer.json["roles"], "permissions");
        let permissions: Vec<_> = permissions.iter().map(|list| list.as_array().unwrap()).collect();
        for pair in permissions.windows(2) {
            assert!(pair[0].len() < pair[1].len());
            assert!(pair[0].iter().all(|permission| pair[1].contains(permission)));
        }
    }
}
