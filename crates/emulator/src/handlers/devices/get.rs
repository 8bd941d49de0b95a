//! `GET /v2/projects/{project}/devices/{device}`: one device, in whichever project when the project is `-`.

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{project::Project, role::Permission},
    refusal::Refusal,
    wire::device::Device,
};

/// Needs `device.read`.
pub async fn get(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let cloud = &emulator.store().cloud;
    let has_device = |project: &&Project| project.devices.contains_key(&device);
    let project = match project.as_str() {
        "-" => cloud.projects.values().find(has_device).map(|project| project.id.as_str()),
        id => Some(id),
    };
    let project = caller.project(cloud, project.unwrap_or_default(), Permission::DeviceRead)?;
    let device = project.devices.get(&device).ok_or_else(Refusal::not_found)?;
    Ok(Json(Device::new(device, &project.id)).into_response())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::test_cloud::TestCloud;

    async fn back_door(cloud: &TestCloud) -> Value {
        let path = format!("/v2/{}/devices?query=back%20door", cloud.project("Oslo office"));
        cloud.user().get(&path).await.json["devices"][0].take()
    }

    #[tokio::test]
    async fn a_device_has_labels_and_its_latest_events() {
        let cloud = TestCloud::demo();
        let listed = back_door(&cloud).await;
        let answer = cloud.user().get(&format!("/v2/{}", listed["name"].as_str().unwrap())).await;
        assert_eq!((answer.status, &answer.json), (200, &listed));
        assert_eq!(listed["type"], "contact");
        let labels = json!({"name": "Back door", "floor": "1", "room": "Delivery", "customer-ID": "C-1001"});
        assert_eq!(listed["labels"], labels);
        let contact = json!({"state": "OPEN", "updateTime": "2025-01-02T02:57:05.000000Z"});
        assert_eq!(listed["reported"]["contact"], contact);
    }

    #[tokio::test]
    async fn a_dash_for_the_project_finds_it_anywhere() {
        let cloud = TestCloud::demo();
        let device = back_door(&cloud).await;
        let id = device["name"].as_str().unwrap().rsplit('/').next().unwrap();
        assert_eq!(cloud.user().get(&format!("/v2/projects/-/devices/{id}")).await.json, device);
        assert_eq!(cloud.user().get("/v2/projects/-/devices/unknown").await.status, 404);
    }

    #[tokio::test]
    async fn a_device_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices", cloud.project("Bergen warehouse"));
        let devices = cloud.user().get(&path).await.json;
        let name = devices["devices"][0]["name"].as_str().unwrap();
        assert_eq!(cloud.guest().get(&format!("/v2/{name}")).await.status, 403);
        assert_eq!(cloud.user().get(&format!("{path}/unknown")).await.status, 404);
    }
}
