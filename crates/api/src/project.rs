//! Projects.

use serde_json::Value;

use crate::decode::{self, Malformed};
use crate::ids::ProjectId;

/// A project (`dt-api.md` §6.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its ID.
    pub id: ProjectId,
    /// What people call it; may be empty.
    pub display_name: String,
    /// What people call the organization that owns it.
    pub organization_display_name: String,
    /// Whether it is the organization's inventory, where new devices arrive.
    pub inventory: bool,
    /// How many sensors it has.
    pub sensor_count: u32,
    /// How many Cloud Connectors (gateways, not Data Connectors) it has.
    pub cloud_connector_count: u32,
}

impl Project {
    /// Reads a project.
    ///
    /// # Errors
    /// When a field has another type than the API promises, or there is no name.
    pub fn from_json(value: &Value) -> Result<Self, Malformed> {
        let fields = decode::object(value)?;
        let id = ProjectId::from_name(&decode::text(fields, "name")?);
        let count = |key| decode::count(fields, key).map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        Ok(Self {
            id: id.ok_or_else(|| Malformed::at("name", "the name of a project"))?,
            display_name: decode::text(fields, "displayName")?,
            organization_display_name: decode::text(fields, "organizationDisplayName")?,
            inventory: decode::flag(fields, "inventory")?,
            sensor_count: count("sensorCount")?,
            cloud_connector_count: count("cloudConnectorCount")?,
        })
    }
}
