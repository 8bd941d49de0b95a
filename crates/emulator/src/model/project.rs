//! Projects: what Data Connectors and devices belong to.

use std::collections::BTreeMap;

use super::{connector::Connector, device::Device, role::Role, table::Table};

/// A project with everything in it, in the order it was created.
#[derive(Clone, Debug)]
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
    /// The roles of its members, by e-mail address.
    pub members: BTreeMap<String, Role>,
    /// Its devices, by id.
    pub devices: Table<Device>,
    /// Its Data Connectors, by id.
    pub connectors: Table<Connector>,
}

/// Where a project is.
#[derive(Clone, Debug)]
pub struct Location {
    /// Degrees north, when known.
    pub latitude: Option<f64>,
    /// Degrees east, when known.
    pub longitude: Option<f64>,
    /// An IANA time zone.
    pub time_zone: String,
}
