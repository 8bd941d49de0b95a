//! A project's JSON, as it is answered and as it is sent (`dt-api.md` §6.1).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::field_mask::Fields;
use crate::model::{cloud::Cloud, project};

/// Its labels are changed by `:batchUpdate`.
pub const FIELDS: Fields = Fields {
    changing: &["displayName", "location.latitude", "location.longitude", "location.timeLocation"],
    fixed: &[
        "name",
        "inventory",
        "organization",
        "organizationDisplayName",
        "sensorCount",
        "cloudConnectorCount",
        "labels",
    ],
};

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

/// A project as clients send it. What is left out reads as empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SentProject {
    pub display_name: String,
    pub organization: String,
    pub location: SentLocation,
}

/// Where a project is, as clients send it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SentLocation {
    latitude: Option<f64>,
    longitude: Option<f64>,
    #[serde(rename = "timeLocation")]
    time_zone: String,
}

impl From<SentLocation> for project::Location {
    fn from(sent: SentLocation) -> Self {
        let SentLocation { latitude, longitude, time_zone } = sent;
        let time_zone = if time_zone.is_empty() { "UTC".to_owned() } else { time_zone };
        Self { latitude, longitude, time_zone }
    }
}

/// Labels to set and to take away, in many projects at once.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct BatchUpdate {
    pub projects: Vec<String>,
    pub add_labels: BTreeMap<String, String>,
    pub remove_labels: Vec<String>,
}
