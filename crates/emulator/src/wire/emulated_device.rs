//! An emulated device as clients ask for it (`dt-api.md` §6.9).

use std::collections::BTreeMap;

use serde::Deserialize;

/// `{"type", "labels"}`.
#[derive(Debug, Deserialize)]
pub struct EmulatedDevice {
    #[serde(default, rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
}
