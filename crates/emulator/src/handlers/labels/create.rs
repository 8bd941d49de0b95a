//! `POST /v2/projects/{project}/devices/{device}/labels`: adds a label to a device (`dt-api.md` §6.5).

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        label::{Label, SentLabel},
    },
};

/// Needs `device.update`. Answers the label; one that is there already is a conflict.
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let store = &mut *emulator.store();
    let in_project = caller.project(&store.cloud, &project, Permission::DeviceUpdate)?;
    let mut labels = in_project.devices.get(&device).ok_or_else(Refusal::not_found)?.labels.clone();
    let SentLabel { key, value } = body::read(sent)?;
    if key.is_empty() {
        return Err(Refusal::invalid("key", "must not be empty"));
    }
    if labels.contains_key(&key) {
        return Err(Refusal::new(StatusCode::CONFLICT, "already exists"));
    }
    let value = value.unwrap_or_default();
    labels.insert(key.clone(), value.clone());
    store.label(&project, &device, labels, emulator.settings());
    Ok(Json(Label::new(&project, &device, &key, &value)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_new_label_is_there_and_told() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        let mut told = cloud.emulator.store().streams.subscribe();
        let sent = json!({"key": "group", "value": "red"});
        let answer = cloud.developer().post(&format!("/v2/{door}/labels"), sent).await;
        let name = format!("{door}/labels/group");
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json, json!({"name": name, "key": "group", "value": "red"}));
        assert_eq!(cloud.user().get(&format!("/v2/{door}")).await.json["labels"]["group"], "red");
        let changes = json!({"added": {"group": "red"}, "modified": {}, "removed": []});
        assert_eq!(json!(told.try_recv().unwrap().data), changes);
        assert!(told.try_recv().is_err());
    }

    #[tokio::test]
    async fn a_key_must_be_new_and_not_empty() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/labels", cloud.device("Back door"));
        let taken = cloud.developer().post(&path, json!({"key": "name", "value": "x"})).await;
        assert_eq!((taken.status, taken.error()), (409, "already exists"));
        for sent in [json!({}), json!({"key": "", "value": "x"})] {
            let answer = cloud.developer().post(&path, sent).await;
            assert_eq!((answer.status, answer.error()), (400, "key: must not be empty"));
        }
        let number = cloud.developer().post(&path, json!({"key": "a", "value": 3})).await;
        assert!(number.status == 400 && number.error().starts_with("value: "), "{}", number.text);
    }

    #[tokio::test]
    async fn users_add_none_and_an_unknown_device_is_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/labels", cloud.device("Back door"));
        assert_eq!(cloud.user().post(&path, json!({"key": "a", "value": "b"})).await.status, 403);
        let unknown = format!("/v2/{}/devices/unknown/labels", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().post(&unknown, json!({"key": "a", "value": "b"})).await.status, 404);
    }
}
