//! `GET /v2/projects/{project}/serviceaccounts`: a project's service accounts, in pages.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{page::Page, query::QueryParameters, service_account::ServiceAccount},
};

/// Needs `serviceaccount.read`. In the order of creation.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    query: QueryParameters,
) -> Result<Json<Page<ServiceAccount>>, Refusal> {
    let cloud = &emulator.store().cloud;
    caller.project(cloud, &project, Permission::ServiceAccountRead)?;
    let owned = cloud.service_accounts.values().filter(|account| account.project == project);
    let page = Page::asked_for("serviceAccounts", owned.map(Into::into), &query, emulator.settings());
    page.map(Json)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn the_first_project_of_the_demo_owns_every_account() {
        let cloud = TestCloud::demo();
        let path = |project| format!("/v2/{}/serviceaccounts", cloud.project(project));
        let answer = cloud.user().get(&path("Oslo office")).await;
        assert_eq!(answer.status, 200);
        let names = ["Developer", "Reader", "Guest with Basic auth", "Administrator"];
        assert_eq!(each(&answer.json["serviceAccounts"], "displayName"), names);
        assert_eq!(each(&answer.json["serviceAccounts"], "enableBasicAuth"), [false, false, true, false]);
        let none = cloud.user().get(&path("Bergen warehouse")).await.json;
        assert_eq!(none, json!({"serviceAccounts": [], "nextPageToken": ""}));
    }

    #[tokio::test]
    async fn accounts_come_in_pages() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/serviceaccounts", cloud.project("Oslo office"));
        let first = cloud.user().get(&format!("{path}?pageSize=3")).await.json;
        let token = first["nextPageToken"].as_str().unwrap();
        let second = cloud.user().get(&format!("{path}?pageSize=3&pageToken={token}")).await.json;
        assert_eq!(each(&second["serviceAccounts"], "displayName"), ["Administrator"]);
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/serviceaccounts", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&path).await.status, 403);
        assert_eq!(cloud.guest().get("/v2/projects/unknown/serviceaccounts").await.status, 404);
    }
}
