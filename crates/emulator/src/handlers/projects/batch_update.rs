//! `POST /v2/projects:batchUpdate`: changes labels of many projects at once (`dt-api.md` §6.1).

use axum::{Extension, Json, extract::State};
use serde_json::{Value, json};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        project::BatchUpdate,
    },
};

/// Needs `project.update` in each of the projects, or changes none. Answers `{}`.
pub async fn batch_update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let sent: BatchUpdate = body::read(sent)?;
    let ids = sent.projects.iter().map(|name| name.strip_prefix("projects/").unwrap_or(name));
    let cloud = &mut emulator.store().cloud;
    for id in ids.clone() {
        caller.project(cloud, id, Permission::ProjectUpdate)?;
    }
    for id in ids {
        let labels = &mut caller.project_mut(cloud, id, Permission::ProjectUpdate)?.labels;
        labels.retain(|key, _| !sent.remove_labels.contains(key));
        labels.extend(sent.add_labels.clone());
    }
    Ok(Json(json!({})))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::TestCloud;

    const PATH: &str = "/v2/projects:batchUpdate";

    async fn labels(cloud: &TestCloud, project: &str) -> Value {
        cloud.user().get(&format!("/v2/{}", cloud.project(project))).await.json["labels"].take()
    }

    #[tokio::test]
    async fn labels_are_set_and_taken_away_in_every_project_named() {
        let cloud = TestCloud::demo();
        let admin = cloud.organization_admin();
        let projects = [cloud.project("Oslo office"), cloud.project("Bergen warehouse")];
        let add = json!({"projects": projects, "addLabels": {"region": "east", "owner": "a"}});
        let answer = admin.post(PATH, add).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        assert_eq!(labels(&cloud, "Oslo office").await, json!({"region": "east", "owner": "a"}));
        let change = json!({
            "projects": [projects[1]],
            "addLabels": {"region": "west"},
            "removeLabels": ["owner", "unknown"],
        });
        assert_eq!(admin.post(PATH, change).await.status, 200);
        assert_eq!(labels(&cloud, "Bergen warehouse").await, json!({"region": "west"}));
        assert_eq!(labels(&cloud, "Oslo office").await, json!({"region": "east", "owner": "a"}));
        assert_eq!(labels(&cloud, "Trondheim cold storage").await, json!({}));
    }

    #[tokio::test]
    async fn one_project_that_cannot_be_changed_keeps_all_as_they_are() {
        let cloud = TestCloud::demo();
        let oslo = cloud.project("Oslo office");
        let body = |projects: Value| json!({"projects": projects, "addLabels": {"region": "east"}});
        let unknown = body(json!([oslo, "projects/unknown"]));
        assert_eq!(cloud.organization_admin().post(PATH, unknown).await.status, 404);
        assert_eq!(cloud.developer().post(PATH, body(json!([oslo]))).await.status, 403);
        let wrong = json!({"projects": [oslo], "addLabels": {"region": 1}});
        assert_eq!(cloud.organization_admin().post(PATH, wrong).await.status, 400);
        assert_eq!(labels(&cloud, "Oslo office").await, json!({}));
    }
}
