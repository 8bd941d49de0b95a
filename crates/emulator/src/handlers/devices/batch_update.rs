//! `POST /v2/projects/{project}/devices:batchUpdate`: changes labels of many devices (`dt-api.md` §6.5).

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    settings::Settings,
    store::Store,
    wire::{
        batch::{self, BatchUpdate, BatchUpdated, Failure},
        body::{self, JsonObject},
    },
};

/// Needs `device.update`. Takes `removeLabels` away, then sets `addLabels`. Answers the devices with which that failed.
pub async fn batch_update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    JsonObject(sent): JsonObject,
) -> Result<Json<BatchUpdated>, Refusal> {
    let store = &mut *emulator.store();
    caller.project(&store.cloud, &project, Permission::DeviceUpdate)?;
    let sent: BatchUpdate = body::read(sent)?;
    if sent.add_labels.is_empty() && sent.remove_labels.is_empty() {
        return Err(Refusal::invalid("body", "must have addLabels or removeLabels"));
    }
    if sent.add_labels.contains_key("") {
        return Err(Refusal::invalid("addLabels", "keys must not be empty"));
    }
    let failures = sent.devices.iter().filter_map(|name| {
        let outcome = update(store, &project, name, &sent, emulator.settings());
        outcome.err()
    });
    Ok(Json(BatchUpdated { batch_errors: failures.collect() }))
}

fn update(
    store: &mut Store,
    project: &str,
    name: &str,
    change: &BatchUpdate,
    settings: &Settings,
) -> Result<(), Failure> {
    let ids = batch::ids(name).filter(|&(of_project, _)| of_project == project);
    let (_, id) = ids.ok_or_else(|| Failure::invalid(name.to_owned(), "is no device of the project"))?;
    let found = store.cloud.projects.get(project).and_then(|project| project.devices.get(id));
    let labels = found.map(|device| device.labels.clone());
    let mut labels = labels.ok_or_else(|| Failure::not_found(name.to_owned()))?;
    labels.retain(|key, _| !change.remove_labels.contains(key));
    labels.extend(change.add_labels.clone());
    store.label(project, id, labels, settings);
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::{Answer, TestCloud};

    async fn update(cloud: &TestCloud, body: Value) -> Answer {
        let path = format!("/v2/{}/devices:batchUpdate", cloud.project("Oslo office"));
        cloud.developer().post(&path, body).await
    }

    async fn labels(cloud: &TestCloud, device: &str) -> Value {
        cloud.user().get(&format!("/v2/{device}")).await.json["labels"].take()
    }

    #[tokio::test]
    async fn labels_of_many_devices_are_set_and_removed() {
        let cloud = TestCloud::demo();
        let (door, dishwasher) = (cloud.device("Back door"), cloud.device("Dishwasher"));
        let sent = json!({
            "devices": [door, dishwasher],
            "addLabels": {"floor": "9", "group": "red"},
            "removeLabels": ["room", "customer-ID", "never"],
        });
        let answer = update(&cloud, sent).await;
        assert_eq!((answer.status, answer.json), (200, json!({"batchErrors": []})));
        let wanted = json!({"name": "Back door", "floor": "9", "group": "red"});
        assert_eq!(labels(&cloud, &door).await, wanted);
        let changed = labels(&cloud, &dishwasher).await;
        assert_eq!((&changed["floor"], &changed["group"]), (&"9".into(), &"red".into()));
    }

    #[tokio::test]
    async fn what_fails_for_one_device_is_done_for_the_others() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        let unknown = format!("{}/devices/unknown", cloud.project("Oslo office"));
        let elsewhere = format!("{}/devices/d", cloud.project("Bergen warehouse"));
        let sent = json!({"devices": [unknown, door, elsewhere, "door"], "addLabels": {"group": "red"}});
        let answer = update(&cloud, sent).await;
        let error = |device: &str, code, message| json!({"device": device, "status": {"code": code, "message": message}});
        let invalid = |device| error(device, "INVALID_ARGUMENT", "is no device of the project");
        let errors = [error(&unknown, "NOT_FOUND", "not found"), invalid(&elsewhere), invalid("door")];
        assert_eq!((answer.status, answer.json), (200, json!({ "batchErrors": errors })));
        assert_eq!(labels(&cloud, &door).await["group"], "red");
    }

    #[tokio::test]
    async fn each_changed_device_tells_so_once() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        let mut told = cloud.emulator.store().streams.subscribe();
        let sent = json!({"devices": [door, door], "addLabels": {"floor": "9", "group": "red", "room": "Delivery"},
            "removeLabels": ["customer-ID"]});
        update(&cloud, sent.clone()).await;
        let event = told.try_recv().unwrap();
        let changes =
            json!({"added": {"group": "red"}, "modified": {"floor": "9"}, "removed": ["customer-ID"]});
        assert_eq!(json!(event.data), changes);
        assert_eq!(event.source.labels.get("group").unwrap(), "red");
        update(&cloud, sent).await;
        assert!(told.try_recv().is_err(), "nothing changed");
    }

    #[tokio::test]
    async fn a_request_without_a_change_is_refused() {
        let cloud = TestCloud::demo();
        let door = cloud.device("Back door");
        for sent in [
            json!({"devices": [door]}),
            json!({"devices": [door], "addLabels": {}, "removeLabels": []}),
            json!({"devices": [door], "addLabels": {"": "x"}}),
            json!({"devices": [door], "addLabels": ["x"]}),
            json!({"devices": door, "addLabels": {"a": "b"}}),
        ] {
            let answer = update(&cloud, sent).await;
            assert_eq!((answer.status, &answer.json["code"]), (400, &400.into()));
        }
    }

    #[tokio::test]
    async fn users_change_no_labels() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices:batchUpdate", cloud.project("Oslo office"));
        let sent = json!({"devices": [cloud.device("Back door")], "addLabels": {"a": "b"}});
        assert_eq!(cloud.user().post(&path, sent.clone()).await.status, 403);
        let unknown = cloud.developer().post("/v2/projects/unknown/devices:batchUpdate", sent).await;
        assert_eq!(unknown.status, 404);
    }
}
