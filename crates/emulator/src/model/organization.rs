//! Organizations.

use std::collections::BTreeMap;

use super::role::Role;

/// An organization.
#[derive(Clone, Debug)]
pub struct Organization {
    /// The id: what follows `organizations/` in its resource name.
    pub id: String,
    /// The name for people.
    pub display_name: String,
    /// The roles of its members, by e-mail address.
    pub members: BTreeMap<String, Role>,
}
