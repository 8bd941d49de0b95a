//! Events: what devices tell (`dt-api.md` §5.4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    device::Device,
    event_data::{EventData, Report},
    time::Time,
};

/// An event. Whoever gets it gets the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The id, by which receivers know duplicates.
    pub id: String,
    /// The id of the project the device is in.
    pub project: String,
    /// The device as it was when the event came.
    pub source: Source,
    /// What it says.
    pub data: EventData,
    /// When it came.
    pub time: Time,
}

/// What an event tells about the device it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The device's id.
    pub id: String,
    /// The device's type.
    pub kind: String,
    /// The product number, empty for an emulated device.
    pub product_number: String,
    /// All its labels.
    pub labels: BTreeMap<String, String>,
}

impl Event {
    /// What a device of this project reported when it measured it.
    pub fn reported(id: String, project: &str, device: &Device, report: Report) -> Self {
        let time = report.update_time();
        let data = EventData::Report(report);
        Self { id, project: project.to_owned(), source: device.into(), data, time }
    }
}

impl From<&Device> for Source {
    fn from(device: &Device) -> Self {
        Self {
            id: device.id.clone(),
            kind: device.kind.clone(),
            product_number: device.product_number.clone(),
            labels: device.labels.clone(),
        }
    }
}
