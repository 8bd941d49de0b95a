//! What the caller may do in a project.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::decode::Malformed;

/// The caller's permissions in a project (`dt-api.md` §6.3, §7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Permissions(BTreeSet<String>);

impl Permissions {
    /// Whether the caller has the permission of this name, such as `dataconnector.read`.
    #[must_use]
    pub fn has(&self, permission: &str) -> bool {
        self.0.contains(permission)
    }

    /// The names of all permissions, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether the caller may list and read Data Connectors; also their metrics, for which DT names no permission.
    #[must_use]
    pub fn may_read_connectors(&self) -> bool {
        self.has("dataconnector.read")
    }

    /// Whether the caller may create Data Connectors.
    #[must_use]
    pub fn may_create_connectors(&self) -> bool {
        self.has("dataconnector.create")
    }

    /// Whether the caller may change Data Connectors.
    #[must_use]
    pub fn may_update_connectors(&self) -> bool {
        self.has("dataconnector.update")
    }

    /// Whether the caller may delete Data Connectors.
    #[must_use]
    pub fn may_delete_connectors(&self) -> bool {
        self.has("dataconnector.delete")
    }

    /// Whether the caller may synchronize Data Connectors. DT names no permission for it; it is taken to be that of
    /// updating (`dt-api.md` §7).
    #[must_use]
    pub fn may_synchronize_connectors(&self) -> bool {
        self.may_update_connectors()
    }

    pub(crate) fn name_from_json(value: &Value) -> Result<String, Malformed> {
        value.as_str().map(str::to_owned).ok_or_else(|| Malformed::at("", "text"))
    }
}

impl FromIterator<String> for Permissions {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        let mut permissions = Self::default();
        permissions.0.extend(names);
        permissions
    }
}
