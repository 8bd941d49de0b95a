//! Projects: what Data Connectors and devices belong to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{connector::Connector, device::Device, member::Members, table::Table};

/// A project with everything in it, in the order it was created.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Project {
    /// The id: what follows `projects/` in its resource name.
    pub id: String,
    /// The id of the organization that owns it.
    pub organization: String,
    /// The name for people.
    pub display_name: String,
    /// Whether it is the organization's inventory, where new devices arrive.
    pub inventory: bool,
    /// Where it is.
    pub location: Location,
    /// Its labels.
    pub labels: BTreeMap<String, String>,
    /// Its members, by id.
    pub members: Members,
    /// Its devices, by id.
    #[serde(skip)]
    pub devices: Table<Device>,
    /// Its Data Connectors, by id.
    #[serde(skip)]
    pub connectors: Table<Connector>,
}

/// Where a project is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Location {
    /// Degrees north, when known.
    pub latitude: Option<f64>,
    /// Degrees east, when known.
    pub longitude: Option<f64>,
    /// An IANA time zone.
    pub time_zone: String,
}
