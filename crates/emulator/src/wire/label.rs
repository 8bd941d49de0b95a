//! The JSON of one label of a device (`dt-api.md` §6.5).

use serde::{Deserialize, Serialize};

/// A label, as it is answered.
#[derive(Debug, Serialize)]
pub struct Label<'a> {
    name: String,
    key: &'a str,
    value: &'a str,
}

impl<'a> Label<'a> {
    /// The JSON of a label of the device with these ids.
    pub fn new(project: &str, device: &str, key: &'a str, value: &'a str) -> Self {
        Self { name: format!("projects/{project}/devices/{device}/labels/{key}"), key, value }
    }
}

/// A label, as it is sent.
#[derive(Debug, Deserialize)]
pub struct SentLabel {
    #[serde(default)]
    pub key: String,
    pub value: Option<String>,
}
