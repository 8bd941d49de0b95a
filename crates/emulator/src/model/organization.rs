//! Organizations.

use serde::{Deserialize, Serialize};

use super::member::Members;

/// An organization.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Organization {
    /// The id: what follows `organizations/` in its resource name.
    pub id: String,
    /// The name for people.
    pub display_name: String,
    /// Its members, by id.
    pub members: Members,
}
