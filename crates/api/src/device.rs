//! Devices: sensors and Cloud Connectors.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::decode::{self, Malformed};
use crate::event_type::EventType;

/// A sensor or a Cloud Connector (`dt-api.md` §6.5), as far as Data Connectors are concerned with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// `projects/{project}/devices/{device}`.
    pub name: String,
    /// The device type, such as `temperature` or `ccon`; `type` in the API.
    pub kind: String,
    /// Label keys and values; the value of the key `name` is the display name.
    pub labels: BTreeMap<String, String>,
    /// The types of events that the device has a last value for, in order.
    pub reported: Vec<EventType>,
}

impl Device {
    /// Reads a device.
    ///
    /// # Errors
    /// When a field has another type than the API promises.
    pub fn from_json(value: &Value) -> Result<Self, Malformed> {
        let fields = decode::object(value)?;
        let reported = decode::child(fields, "reported")?;
        let known = EventType::KNOWN
            .into_iter()
            .filter(|event| reported.is_some_and(|reported| reported.contains_key(event.as_str())));
        let unknown = reported
            .into_iter()
            .flat_map(|reported| reported.keys().map(|name| EventType::from(name.as_str())))
            .filter(|event| matches!(event, EventType::Unknown(_)));
        Ok(Self {
            name: decode::text(fields, "name")?,
            kind: decode::text(fields, "type")?,
            labels: decode::text_map(fields, "labels")?,
            reported: known.chain(unknown).collect(),
        })
    }
}
