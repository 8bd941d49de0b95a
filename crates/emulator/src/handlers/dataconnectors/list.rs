//! `GET /v2/projects/{project}/dataconnectors`: a project's Data Connectors, in pages.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{connector::Connector, page::Page, query::QueryParameters},
};

/// Needs `dataconnector.read`. In the order of creation.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    query: QueryParameters,
) -> Result<Json<Page<Connector>>, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, Permission::DataConnectorRead)?;
    let connectors = project.connectors.values().map(|connector| Connector::new(connector, &project.id));
    Page::asked_for("dataConnectors", connectors, &query, emulator.settings()).map(Json)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn the_connectors_of_a_project_come_in_the_order_of_creation() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors", cloud.project("Trondheim cold storage"));
        let answer = cloud.user().get(&path).await;
        assert_eq!(answer.status, 200);
        assert_eq!(each(&answer.json["dataConnectors"], "displayName"), ["Food safety log", "Door alerts"]);
        assert_eq!(answer.json["nextPageToken"], "");
    }

    #[tokio::test]
    async fn following_the_page_tokens_gives_every_connector_once() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors", cloud.project("Oslo office"));
        let whole = cloud.user().get(&path).await.json["dataConnectors"].take();
        for (size, token) in [("pageSize", "pageToken"), ("page_size", "page_token")] {
            let (mut found, mut next) = (Vec::new(), String::new());
            loop {
                let page = cloud.user().get(&format!("{path}?{size}=4&{token}={next}")).await.json;
                found.extend(page["dataConnectors"].as_array().unwrap().clone());
                next = page["nextPageToken"].as_str().unwrap().to_owned();
                if next.is_empty() {
                    break;
                }
            }
            assert_eq!(json!(found), whole);
        }
    }

    #[tokio::test]
    async fn a_page_is_never_greater_than_the_greatest() {
        let cloud = TestCloud::demo();
        cloud
            .stranger()
            .post("/_emulator/reset", json!({"seed": "fleet", "projects": 1, "connectorsPerProject": 120}))
            .await;
        let path = format!("/v2/{}/dataconnectors", cloud.project("Warehouse 0001"));
        for query in ["", "?pageSize=0", "?pageSize=500"] {
            let page = cloud.user().get(&format!("{path}{query}")).await.json;
            assert_eq!(page["dataConnectors"].as_array().unwrap().len(), 100, "{query}");
            assert_ne!(page["nextPageToken"], "");
        }
    }

    #[tokio::test]
    async fn a_page_that_is_no_page_is_refused() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors", cloud.project("Oslo office"));
        for query in ["pageSize=many", "pageSize=-1", "pageToken=x"] {
            assert_eq!(cloud.user().get(&format!("{path}?{query}")).await.status, 400, "{query}");
        }
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/dataconnectors", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&path).await.status, 403);
        assert_eq!(cloud.guest().get("/v2/projects/unknown/dataconnectors").await.status, 404);
    }
}
