//! `POST /v2/projects/{project}/devices`: makes an emulated device (`dt-api.md` §6.9).

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulated_device,
    emulator::Emulator,
    model::{device, history::History, role::Permission},
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        device::Device,
        emulated_device::EmulatedDevice,
    },
};

/// Needs `emulator.create`. Answers the device, which has told nothing yet.
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let cloud = &mut emulator.store().cloud;
    caller.project(cloud, &project, Permission::EmulatorCreate)?;
    let sent: EmulatedDevice = body::read(sent)?;
    if !emulated_device::TYPES.contains(&sent.kind.as_str()) {
        let types = emulated_device::TYPES.join(", ");
        return Err(Refusal::invalid("type", format!("must be one of {types}")));
    }
    let device = device::Device {
        id: emulated_device::id(&mut cloud.ids),
        kind: sent.kind,
        product_number: String::new(),
        labels: emulated_device::labels(sent.labels),
        history: History::default(),
    };
    let answer = Json(Device::new(&device, &project)).into_response();
    let project = cloud.projects.get_mut(&project).ok_or_else(Refusal::not_found)?;
    project.devices.insert(device.id.clone(), device);
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{emulated_device::TYPES, test_cloud::TestCloud};

    #[tokio::test]
    async fn an_emulated_device_is_known_by_its_id_and_its_label() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices", cloud.project("Oslo office"));
        let sent = json!({"type": "humidity", "labels": {"name": "Attic", "virtual-sensor": "x"}});
        let answer = cloud.developer().post(&path, sent).await;
        let name = answer.json["name"].as_str().unwrap();
        assert_eq!(
            (answer.status, &answer.json),
            (
                200,
                &json!({
                    "name": name,
                    "type": "humidity",
                    "productNumber": "",
                    "labels": {"name": "Attic", "virtual-sensor": ""},
                    "reported": {},
                })
            )
        );
        let id = name.rsplit('/').next().unwrap();
        assert!(id.starts_with("emu") && id.len() == 23, "{id}");
        assert_eq!(cloud.user().get(&format!("/v2/{name}")).await.json, answer.json);
        let events = cloud.user().get(&format!("/v2/{name}/events")).await.json;
        assert_eq!(events["events"], json!([]));
    }

    #[tokio::test]
    async fn it_can_be_of_every_type_and_of_no_other() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices", cloud.project("Oslo office"));
        for kind in TYPES {
            let answer = cloud.developer().post(&path, json!({"type": kind})).await;
            assert_eq!((answer.status, &answer.json["type"]), (200, &kind.into()));
        }
        for (sent, field) in [
            (json!({}), "type: "),
            (json!({"type": "toaster"}), "type: "),
            (json!({"type": 3}), "type: "),
            (json!({"type": "touch", "labels": {"floor": 1}}), "labels.floor: "),
        ] {
            let answer = cloud.developer().post(&path, sent).await;
            assert!(answer.status == 400 && answer.error().starts_with(field), "{}", answer.text);
        }
    }

    #[tokio::test]
    async fn users_and_strangers_make_none() {
        let cloud = TestCloud::demo();
        let oslo = format!("/v2/{}/devices", cloud.project("Oslo office"));
        assert_eq!(cloud.user().post(&oslo, json!({"type": "touch"})).await.status, 403);
        let bergen = format!("/v2/{}/devices", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().post(&bergen, json!({"type": "touch"})).await.status, 403);
        let unknown = "/v2/projects/unknown/devices";
        assert_eq!(cloud.developer().post(unknown, json!({"type": "touch"})).await.status, 404);
    }
}
