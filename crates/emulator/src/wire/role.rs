//! A role's JSON (`dt-api.md` §6.3).

use serde::Serialize;

use crate::model::role::{self, Permission};

/// A role.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    name: String,
    display_name: &'static str,
    description: &'static str,
    permissions: Vec<Permission>,
}

impl From<role::Role> for Role {
    fn from(role: role::Role) -> Self {
        Self {
            name: format!("roles/{}", role.id()),
            display_name: role.display_name(),
            description: role.description(),
            permissions: role.permissions(),
        }
    }
}
