//! An organization's JSON (`dt-api.md` §6.2).

use serde::Serialize;

use crate::model::organization;

/// An organization.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization<'a> {
    name: String,
    display_name: &'a str,
}

impl<'a> From<&'a organization::Organization> for Organization<'a> {
    fn from(organization: &'a organization::Organization) -> Self {
        Self { name: format!("organizations/{}", organization.id), display_name: &organization.display_name }
    }
}
