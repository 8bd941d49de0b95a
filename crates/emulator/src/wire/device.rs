//! A device's JSON (`dt-api.md` §6.5).

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::{cloud::Cloud, device, history::History};

/// A device.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Device<'a> {
    name: String,
    #[serde(rename = "type")]
    kind: &'a str,
    product_number: &'a str,
    labels: &'a BTreeMap<String, String>,
    #[serde(serialize_with = "by_event_type")]
    reported: &'a History,
}

impl<'a> Device<'a> {
    /// The JSON of a device of this project.
    pub fn new(device: &'a device::Device, project: &str) -> Self {
        Self {
            name: format!("projects/{project}/devices/{}", device.id),
            kind: &device.kind,
            product_number: &device.product_number,
            labels: &device.labels,
            reported: &device.history,
        }
    }

    /// The JSON of the device with these ids, if there is one.
    pub fn find(cloud: &'a Cloud, project: &str, device: &str) -> Option<Self> {
        let project = cloud.projects.get(project)?;
        Some(Self::new(project.devices.get(device)?, &project.id))
    }
}

/// `{"<event type>": {…}}`, without the event type that a report carries itself.
fn by_event_type<S: Serializer>(history: &History, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(history.reported().map(|report| (report.event_type(), report.content())))
}
