//! Devices: sensors and Cloud Connectors.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::history::History;

/// The type of a Cloud Connector; every other type is a sensor's (`dt-api.md` §6.5).
pub const CLOUD_CONNECTOR: &str = "ccon";

/// A device.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Device {
    /// The id: what follows `devices/` in its resource name.
    pub id: String,
    /// `temperature`, `touch`, `ccon` …
    pub kind: String,
    /// The product number, empty for an emulated device.
    pub product_number: String,
    /// Its labels; `name` is what people call it.
    pub labels: BTreeMap<String, String>,
    /// What it has told.
    #[serde(skip)]
    pub history: History,
}

impl Device {
    /// Whether it is a Cloud Connector rather than a sensor.
    pub fn is_cloud_connector(&self) -> bool {
        self.kind == CLOUD_CONNECTOR
    }
}
