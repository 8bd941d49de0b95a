//! A device's JSON (`dt-api.md` §6.5).

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::model::device;

/// A device.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Device<'a> {
    name: String,
    #[serde(rename = "type")]
    kind: &'a str,
    product_number: &'a str,
    labels: &'a BTreeMap<String, String>,
    reported: &'a BTreeMap<String, Value>,
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
