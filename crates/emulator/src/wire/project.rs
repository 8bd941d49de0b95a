//! A project's JSON (`dt-api.md` §6.1).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{cloud::Cloud, project};

/// A project.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Project<'a> {
    name: String,
    display_name: &'a str,
    inventory: bool,
    organization: String,
    organization_display_name: &'a str,
    sensor_count: usize,
    cloud_connector_count: usize,
    location: Location<'a>,
    labels: &'a BTreeMap<String, String>,
}

/// Where a project is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location<'a> {
    latitude: Option<f64>,
    longitude: Option<f64>,
    #[serde(rename = "timeLocation")]
    time_zone: &'a str,
}

impl<'a> Project<'a> {
    /// The JSON of a project of this cloud.
    pub fn new(project: &'a project::Project, cloud: &'a Cloud) -> Self {
        let organization = cloud.organizations.get(&project.organization);
        let devices = project.devices.values();
        let cloud_connector_count = devices.filter(|device| device.is_cloud_connector()).count();
        Self {
            name: format!("projects/{}", project.id),
            display_name: &project.display_name,
            inventory: project.inventory,
            organization: format!("organizations/{}", project.organization),
            organization_display_name: organization.map_or("", |found| &found.display_name),
            sensor_count: project.devices.len() - cloud_connector_count,
            cloud_connector_count,
            location: Location {
                latitude: project.location.latitude,
                longitude: project.location.longitude,
                time_zone: &project.location.time_zone,
            },
            labels: &project.labels,
        }
    }
}
