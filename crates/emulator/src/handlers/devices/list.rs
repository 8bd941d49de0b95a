//! `GET /v2/projects/{project}/devices`: a project's devices, in pages; every project's when the project is `-`.

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{device, project::Project, role::Permission},
    refusal::Refusal,
    wire::{
        device::Device,
        device_filter::{DeviceFilter, id},
        page::Page,
        query::QueryParameters,
    },
};

/// Needs `device.read`. Narrowed by `query`, `deviceIds`, `deviceTypes`, `productNumbers` and `labelFilters`, and with `-` by
/// `organization` and `projects`.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    query: QueryParameters,
) -> Result<Response, Refusal> {
    let cloud = &emulator.store().cloud;
    let projects: Vec<&Project> = if project == "-" {
        let visible = |project: &&Project| caller.may_in_project(cloud, project, Permission::DeviceRead);
        cloud.projects.values().filter(|project| is_in_scope(project, &query)).filter(visible).collect()
    } else {
        vec![caller.project(cloud, &project, Permission::DeviceRead)?]
    };
    let filter = DeviceFilter::asked_for(&query);
    let text = query.first("query").unwrap_or_default().to_lowercase();
    let devices = projects.into_iter().flat_map(|project| {
        let found =
            project.devices.values().filter(|device| filter.admits(*device) && contains(device, &text));
        found.map(|device| (device, &project.id))
    });
    let page = Page::asked_for("devices", devices, &query, emulator.settings())?;
    Ok(Json(page.map(|(device, project)| Device::new(device, project))).into_response())
}

fn is_in_scope(project: &Project, query: &QueryParameters) -> bool {
    let organization = query.first("organization");
    let mut projects = query.all("projects").peekable();
    organization.is_none_or(|name| id(name) == project.organization)
        && (projects.peek().is_none() || projects.any(|name| id(name) == project.id))
}

/// Whether a lower-case text stands somewhere in a device's labels, id, type or product number.
fn contains(device: &device::Device, text: &str) -> bool {
    let mut searched = device.labels.values().chain([&device.id, &device.kind, &device.product_number]);
    text.is_empty() || searched.any(|value| value.to_lowercase().contains(text))
}

#[cfg(test)]
mod tests {
    use crate::test_cloud::{TestCloud, each};

    /// The labels `name` of the devices that `/v2/projects/{project}/devices?{query}` lists.
    async fn named(cloud: &TestCloud, project: &str, query: &str) -> Vec<String> {
        let answer = cloud.user().get(&format!("/v2/{project}/devices?{query}")).await;
        assert_eq!(answer.status, 200);
        let labels = each(&answer.json["devices"], "labels");
        labels.iter().map(|labels| labels["name"].as_str().unwrap().to_owned()).collect()
    }

    #[tokio::test]
    async fn a_query_looks_into_labels_types_and_ids() {
        let cloud = TestCloud::demo();
        let oslo = cloud.project("Oslo office");
        assert_eq!(named(&cloud, &oslo, "query=GJ%C3%98A").await, ["Meeting room Gjøa", "Motion in Gjøa"]);
        assert_eq!(named(&cloud, &oslo, "query=dishwasher").await, ["Dishwasher"]);
        let all = cloud.user().get(&format!("/v2/{oslo}/devices")).await.json;
        let id = all["devices"][5]["name"].as_str().unwrap().rsplit('/').next().unwrap();
        assert_eq!(named(&cloud, &oslo, &format!("query={id}")).await, ["Back door"]);
        assert_eq!(named(&cloud, &oslo, &format!("device_ids={id}&device_ids=other")).await, ["Back door"]);
    }

    #[tokio::test]
    async fn types_are_alternatives_and_label_filters_conditions() {
        let cloud = TestCloud::demo();
        let oslo = cloud.project("Oslo office");
        let wet_or_open = named(&cloud, &oslo, "device_types=waterDetector&deviceTypes=contact").await;
        assert_eq!(wet_or_open, ["Dishwasher", "Back door"]);
        let kitchen = named(&cloud, &oslo, "label_filters=room%3DKitchen&label_filters=floor%3D1").await;
        assert_eq!(kitchen, ["Dishwasher", "Coffee machine"]);
        for filter in ["description", "description%3D"] {
            let query = format!("labelFilters={filter}&deviceTypes=ccon");
            assert_eq!(named(&cloud, &oslo, &query).await, ["Cloud Connector 1st floor"]);
        }
    }

    #[tokio::test]
    async fn a_dash_for_the_project_means_every_project_one_can_see() {
        let cloud = TestCloud::demo();
        let gateways = named(&cloud, "projects/-", "deviceTypes=ccon").await;
        assert_eq!(gateways.len(), 5);
        let trondheim = cloud.project("Trondheim cold storage");
        let of_one = named(&cloud, "projects/-", &format!("projects={trondheim}&deviceTypes=ccon")).await;
        assert_eq!(of_one, ["Cloud Connector"]);
        let of_others = named(&cloud, "projects/-", "organization=organizations/other").await;
        assert!(of_others.is_empty());
        let guest = cloud.guest().get("/v2/projects/-/devices").await.json;
        assert_eq!(guest["devices"].as_array().unwrap().len(), 22);
    }

    #[tokio::test]
    async fn devices_come_in_pages() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices", cloud.project("Oslo office"));
        let page = cloud.user().get(&format!("{path}?page_size=21")).await.json;
        let next = page["nextPageToken"].as_str().unwrap();
        let rest = cloud.user().get(&format!("{path}?page_size=21&page_token={next}")).await.json;
        assert_eq!(rest["devices"].as_array().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/devices", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&path).await.status, 403);
        assert_eq!(cloud.guest().get("/v2/projects/unknown/devices").await.status, 404);
    }
}
