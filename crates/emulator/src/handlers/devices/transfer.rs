//! `POST /v2/projects/{project}/devices:transfer`: takes devices over from other projects (`dt-api.md` §6.5).

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{cloud::Cloud, role::Permission},
    refusal::Refusal,
    wire::{
        batch::{self, Failure, Transfer, Transferred},
        body::{self, JsonObject},
    },
};

/// Needs `device.transfer` in every project concerned, else nothing is transferred. A device takes its labels and its
/// history along. Answers the new names, and the devices with which it failed.
pub async fn transfer(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(target): Path<String>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Transferred>, Refusal> {
    let cloud = &mut emulator.store().cloud;
    caller.project(cloud, &target, Permission::DeviceTransfer)?;
    let sent: Transfer = body::read(sent)?;
    for (source, _) in sent.devices.iter().filter_map(|name| batch::ids(name)) {
        if cloud.projects.contains_key(source) {
            caller.project(cloud, source, Permission::DeviceTransfer)?;
        }
    }
    let mut outcome = Transferred::default();
    for name in sent.devices {
        match take_over(cloud, &name, &target) {
            Ok(transferred) => outcome.transferred_devices.push(transferred),
            Err(failure) => outcome.transfer_errors.push(failure),
        }
    }
    Ok(Json(outcome))
}

fn take_over(cloud: &mut Cloud, name: &str, target: &str) -> Result<String, Failure> {
    let not_found = || Failure::not_found(name.to_owned());
    let invalid = |problem| Failure::invalid(name.to_owned(), problem);
    let (source, id) = batch::ids(name).ok_or_else(|| invalid("is no device"))?;
    let found = cloud.projects.get(source).and_then(|project| project.devices.get(id));
    found.ok_or_else(not_found)?;
    if source == target {
        return Err(invalid("is in the project already"));
    }
    let device = cloud.projects.get_mut(source).and_then(|project| project.devices.remove(id));
    let project = cloud.projects.get_mut(target).ok_or_else(not_found)?;
    project.devices.insert(id.to_owned(), device.ok_or_else(not_found)?);
    Ok(format!("projects/{target}/devices/{id}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn a_device_goes_with_its_labels_and_its_history() {
        let cloud = TestCloud::demo();
        let bergen = cloud.project("Bergen warehouse");
        let door = cloud.device("Back door");
        let admin = cloud.organization_admin();
        let mut device = admin.get(&format!("/v2/{door}")).await.json;
        let history = admin.get(&format!("/v2/{door}/events")).await.json;
        let answer = admin.post(&format!("/v2/{bergen}/devices:transfer"), json!({"devices": [door]})).await;
        let moved = cloud.device("Back door");
        assert!(moved.starts_with(&format!("{bergen}/")), "{moved}");
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json, json!({"transferredDevices": [moved], "transferErrors": []}));
        device["name"] = moved.as_str().into();
        assert_eq!(admin.get(&format!("/v2/{moved}")).await.json, device);
        assert_eq!(admin.get(&format!("/v2/{moved}/events")).await.json, history);
        assert_eq!(admin.get(&format!("/v2/{door}")).await.status, 404);
    }

    #[tokio::test]
    async fn what_fails_for_one_device_is_done_for_the_others() {
        let cloud = TestCloud::demo();
        let (oslo, bergen) = (cloud.project("Oslo office"), cloud.project("Bergen warehouse"));
        let door = cloud.device("Back door");
        let unknown = format!("{oslo}/devices/unknown");
        let there = format!("{bergen}/devices/{}", cloud.device("Back door").rsplit('/').next().unwrap());
        let path = format!("/v2/{bergen}/devices:transfer");
        let sent = json!({"devices": [unknown, door, there, "door", "projects/x/devices/y"]});
        let answer = cloud.organization_admin().post(&path, sent).await;
        assert_eq!((answer.status, &answer.json["transferredDevices"]), (200, &json!([there])));
        let errors = answer.json["transferErrors"].as_array().unwrap();
        let errors: Vec<_> =
            errors.iter().map(|error| (&error["device"], &error["status"]["code"])).collect();
        let (not_found, invalid) = (json!("NOT_FOUND"), json!("INVALID_ARGUMENT"));
        let (unknown, there) = (json!(unknown), json!(there));
        assert_eq!(
            errors,
            [
                (&unknown, &not_found),
                (&there, &invalid),
                (&json!("door"), &invalid),
                (&json!("projects/x/devices/y"), &not_found),
            ]
        );
    }

    #[tokio::test]
    async fn developers_transfer_nothing() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices:transfer", cloud.project("Bergen warehouse"));
        let sent = json!({"devices": [cloud.device("Back door")]});
        assert_eq!(cloud.developer().post(&path, sent.clone()).await.status, 403);
        let unknown = "/v2/projects/unknown/devices:transfer";
        assert_eq!(cloud.organization_admin().post(unknown, sent).await.status, 404);
    }
}
