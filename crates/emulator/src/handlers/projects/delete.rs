//! `DELETE /v2/projects/{project}`: deletes an empty project.

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde_json::{Value, json};

use crate::{
    caller::Caller, emulator::Emulator, model::role::Permission, refusal::Refusal, settings::Settings,
};

/// Needs `project.delete`. DT's Python client says that a project with devices or Data Connectors answers 400. Answers `{}`.
pub async fn delete(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    let project = caller.project(cloud, &id, Permission::ProjectDelete)?;
    let owned: Vec<_> = cloud.service_accounts.values().filter(|account| account.project == id).collect();
    let keeps_it =
        |settings: &Settings| !owned.is_empty() && !settings.deletes_projects_with_service_accounts;
    let left = [
        ("devices", !project.devices.is_empty()),
        ("Data Connectors", !project.connectors.is_empty()),
        ("service accounts", keeps_it(emulator.settings())),
    ];
    if let Some((what, _)) = left.into_iter().find(|&(_, is_left)| is_left) {
        return Err(Refusal::new(StatusCode::BAD_REQUEST, format!("the project still has {what}")));
    }
    let owned: Vec<String> = owned.into_iter().map(|account| account.id.clone()).collect();
    for account in owned {
        cloud.remove_service_account(&account);
    }
    cloud.projects.remove(&id);
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        model::{table::Table, time::Time},
        seed::Seed,
        settings::Settings,
        test_cloud::{NOW, TestCloud},
    };

    /// The path of a new project.
    async fn empty(cloud: &TestCloud) -> String {
        let body = json!({"organization": cloud.organization(), "displayName": "Stavanger"});
        let project = cloud.organization_admin().post("/v2/projects", body).await.json;
        format!("/v2/{}", project["name"].as_str().unwrap())
    }

    #[tokio::test]
    async fn an_empty_project_can_be_deleted() {
        let cloud = TestCloud::demo();
        let path = empty(&cloud).await;
        let answer = cloud.organization_admin().delete(&path).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(cloud.organization_admin().get(&path).await.status, 404);
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 404);
    }

    #[tokio::test]
    async fn a_project_with_anything_in_it_stays() {
        let cloud = TestCloud::demo();
        let name = cloud.project("Oslo office");
        let (path, id) = (format!("/v2/{name}"), name.strip_prefix("projects/").unwrap());
        for what in ["devices", "Data Connectors", "service accounts"] {
            let answer = cloud.organization_admin().delete(&path).await;
            assert_eq!((answer.status, answer.error()), (400, &*format!("the project still has {what}")));
            let mut store = cloud.emulator.store();
            let project = store.cloud.projects.get_mut(id).unwrap();
            if what == "devices" {
                project.devices = Table::default();
            } else {
                project.connectors = Table::default();
            }
        }
        assert_eq!(cloud.user().get(&path).await.status, 200);
    }

    #[tokio::test]
    async fn service_accounts_go_with_their_project_if_the_settings_say_so() {
        let settings = Settings { deletes_projects_with_service_accounts: true, ..Settings::default() };
        let cloud = TestCloud::with(settings, Seed::Demo);
        let path = empty(&cloud).await;
        let id = path.strip_prefix("/v2/projects/").unwrap();
        let account = {
            let cloud = &mut cloud.emulator.store().cloud;
            cloud.add_service_account(id, Time(NOW.parse().unwrap())).id.clone()
        };
        assert_eq!(cloud.organization_admin().delete(&path).await.status, 200);
        assert!(!cloud.emulator.store().cloud.service_accounts.contains_key(&account));
    }

    #[tokio::test]
    async fn needs_an_admin() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().delete(&path).await.status, 403);
        assert_eq!(cloud.guest().delete(&path).await.status, 403);
    }
}
