//! `PATCH /v2/projects/{project}/devices/{device}/labels/{label}`: gives a label another value (`dt-api.md` §6.5).

use axum::{
    Extension, Json,
    extract::{Path, State},
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

/// Needs `device.update`. Answers the label, whose key cannot be changed.
pub async fn update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device, key)): Path<(String, String, String)>,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let store = &mut *emulator.store();
    let in_project = caller.project(&store.cloud, &project, Permission::DeviceUpdate)?;
    let mut labels = in_project.devices.get(&device).ok_or_else(Refusal::not_found)?.labels.clone();
    let label = labels.get_mut(&key).ok_or_else(Refusal::not_found)?;
    let sent: SentLabel = body::read(sent)?;
    if !sent.key.is_empty() && sent.key != key {
        return Err(Refusal::invalid("key", "cannot be changed"));
    }
    let value = sent.value.unwrap_or_else(|| label.clone());
    label.clone_from(&value);
    store.label(&project, &device, labels, emulator.settings());
    Ok(Json(Label::new(&project, &device, &key, &value)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_label_gets_another_value_which_is_told_once() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        let path = format!("/v2/{door}/labels/customer-ID");
        let mut told = cloud.emulator.store().streams.subscribe();
        for sent in [json!({"value": "C-2"}), json!({"key": "customer-ID", "value": "C-2"}), json!({})] {
            let answer = cloud.developer().patch(&path, sent).await;
            let name = format!("{door}/labels/customer-ID");
            assert_eq!(answer.status, 200);
            assert_eq!(answer.json, json!({"name": name, "key": "customer-ID", "value": "C-2"}));
        }
        assert_eq!(cloud.user().get(&format!("/v2/{door}")).await.json["labels"]["customer-ID"], "C-2");
        let changes = json!({"added": {}, "modified": {"customer-ID": "C-2"}, "removed": []});
        assert_eq!(json!(told.try_recv().unwrap().data), changes);
        assert!(told.try_recv().is_err(), "only once did it change");
    }

    #[tokio::test]
    async fn a_key_may_hold_what_a_path_must_escape() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        cloud.developer().post(&format!("/v2/{door}/labels"), json!({"key": "a:b/ø", "value": ""})).await;
        let path = format!("/v2/{door}/labels/a%3Ab%2F%C3%B8");
        assert_eq!(cloud.developer().patch(&path, json!({"value": "c"})).await.json["key"], "a:b/ø");
    }

    #[tokio::test]
    async fn the_key_stays_and_must_be_there() {
        let cloud = TestCloud::demo();
        let labels = format!("/v2/{}/labels", cloud.device("Back door"));
        let renamed = cloud.developer().patch(&format!("{labels}/room"), json!({"key": "hall"})).await;
        assert_eq!((renamed.status, renamed.error()), (400, "key: cannot be changed"));
        let unknown = cloud.developer().patch(&format!("{labels}/never"), json!({"value": "x"})).await;
        assert_eq!(unknown.status, 404);
        assert_eq!(cloud.user().patch(&format!("{labels}/room"), json!({"value": "x"})).await.status, 403);
    }
}
