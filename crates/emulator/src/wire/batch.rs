//! Requests about many devices at once, and what went wrong with some of them (`dt-api.md` §6.5).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What `:batchUpdate` is sent.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchUpdate {
    #[serde(default)]
    pub devices: Vec<String>,
    #[serde(default)]
    pub add_labels: BTreeMap<String, String>,
    #[serde(default)]
    pub remove_labels: Vec<String>,
}

/// What `:batchUpdate` answers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchUpdated {
    pub batch_errors: Vec<Failure>,
}

/// What `:transfer` is sent.
#[derive(Debug, Deserialize)]
pub struct Transfer {
    #[serde(default)]
    pub devices: Vec<String>,
}

/// What `:transfer` answers.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Transferred {
    pub transferred_devices: Vec<String>,
    pub transfer_errors: Vec<Failure>,
}

/// A device with which something went wrong.
#[derive(Debug, Serialize)]
pub struct Failure {
    device: String,
    status: Status,
}

#[derive(Debug, Serialize)]
struct Status {
    code: Code,
    message: &'static str,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Code {
    InvalidArgument,
    NotFound,
}

impl Failure {
    /// The device cannot be meant.
    pub fn invalid(device: String, message: &'static str) -> Self {
        Self { device, status: Status { code: Code::InvalidArgument, message } }
    }

    /// There is no such device.
    pub fn not_found(device: String) -> Self {
        Self { device, status: Status { code: Code::NotFound, message: "not found" } }
    }
}

/// The ids of the project and the device in `projects/{project}/devices/{device}`.
pub fn ids(name: &str) -> Option<(&str, &str)> {
    let (project, device) = name.strip_prefix("projects/")?.split_once("/devices/")?;
    let is_id = |id: &str| !id.is_empty() && !id.contains('/');
    (is_id(project) && is_id(device)).then_some((project, device))
}

#[cfg(test)]
mod tests {
    use super::ids;

    #[test]
    fn a_device_is_named_with_its_project() {
        assert_eq!(ids("projects/p/devices/d"), Some(("p", "d")));
        for name in
            ["", "d", "devices/d", "projects/p/devices/", "projects//devices/d", "projects/p/devices/d/e"]
        {
            assert_eq!(ids(name), None, "{name}");
        }
    }
}
