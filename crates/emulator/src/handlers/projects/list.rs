//! `GET /v2/projects`: the projects that the caller can see, in pages.

use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{project, role::Permission},
    refusal::Refusal,
    wire::{page::Page, project::Project, query::QueryParameters},
};

/// Those with `project.read`, of `organization` (with or without `organizations/`), whose name has `query` in it.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    query: QueryParameters,
) -> Result<Response, Refusal> {
    let store = emulator.store();
    let cloud = &store.cloud;
    let found = cloud.projects.values().filter(|project| {
        is_asked_for(project, &query) && caller.may_in_project(cloud, project, Permission::ProjectRead)
    });
    let page = Page::asked_for("projects", found, &query, emulator.settings())?;
    Ok(Json(page.map(|project| Project::new(project, cloud))).into_response())
}

fn is_asked_for(project: &project::Project, query: &QueryParameters) -> bool {
    let organization = query.first("organization").filter(|text| !text.is_empty());
    let text = query.first("query").unwrap_or_default().to_lowercase();
    organization
        .is_none_or(|name| name.strip_prefix("organizations/").unwrap_or(name) == project.organization)
        && project.display_name.to_lowercase().contains(&text)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn everyone_sees_the_projects_they_are_members_of() {
        let cloud = TestCloud::demo();
        let all = ["Oslo office", "Bergen warehouse", "Trondheim cold storage"];
        let seen = cloud.user().get("/v2/projects").await.json;
        assert_eq!(each(&seen["projects"], "displayName"), all);
        let seen = cloud.organization_admin().get("/v2/projects").await.json;
        assert_eq!(each(&seen["projects"], "displayName"), all);
        let seen = cloud.guest().get("/v2/projects").await.json;
        assert_eq!(each(&seen["projects"], "displayName"), ["Oslo office"]);
    }

    #[tokio::test]
    async fn a_query_looks_into_the_name_and_ignores_case() {
        let cloud = TestCloud::demo();
        let seen = cloud.user().get("/v2/projects?query=WAREHOUSE").await.json;
        assert_eq!(each(&seen["projects"], "displayName"), ["Bergen warehouse"]);
    }

    #[tokio::test]
    async fn an_organization_may_be_named_with_or_without_its_prefix() {
        let cloud = TestCloud::demo();
        let projects = cloud.user().get("/v2/projects").await.json;
        let organization = projects["projects"][0]["organization"].as_str().unwrap();
        let id = organization.strip_prefix("organizations/").unwrap();
        for query in [organization, id, ""] {
            let seen = cloud.user().get(&format!("/v2/projects?organization={query}")).await.json;
            assert_eq!(seen, projects, "{query}");
        }
        let none = cloud.user().get("/v2/projects?organization=organizations/other").await.json;
        assert_eq!(none, json!({"projects": [], "nextPageToken": ""}));
    }

    #[tokio::test]
    async fn a_second_page_begins_where_the_first_ends() {
        let cloud = TestCloud::demo();
        let first = cloud.user().get("/v2/projects?pageSize=2").await.json;
        let token = first["nextPageToken"].as_str().unwrap();
        let second = cloud.user().get(&format!("/v2/projects?pageSize=2&pageToken={token}")).await.json;
        assert_eq!(each(&second["projects"], "displayName"), ["Trondheim cold storage"]);
        assert_eq!(second["nextPageToken"], "");
    }
}
