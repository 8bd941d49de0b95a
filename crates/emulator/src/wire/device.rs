//! A device's JSON (`dt-api.md` §6.5).

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::{device, event_data::Report};

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
    reported: &'a BTreeMap<&'static str, Report>,
}

impl<'a> Device<'a> {
    /// The JSON of a device of this project.
    pub fn new(device: &'a device::Device, project: &str) -> Self {
        Self {
            name: format!("projects/{project}/devices/{}", device.id),
            kind: &device.kind,
            product_number: &device.product_number,
            labels: &device.labels,
            reported: &device.reported,
        }
    }
}

/// `{"<event type>": {…}}`, without the event type that a report carries itself.
fn by_event_type<S: Serializer>(
    reported: &BTreeMap<&'static str, Report>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(reported.iter().map(|(event_type, report)| (event_type, report.content())))
}
