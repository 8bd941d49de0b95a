//! A key's JSON (`dt-api.md` §6.8).

use serde::Serialize;

use crate::model::{
    service_account::{self, ServiceAccount},
    time::Time,
};

/// A key, without its secret.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    name: String,
    id: String,
    create_time: Time,
}

/// A key that was just made, the only time that its secret is shown.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewKey {
    pub key: Key,
    pub secret: String,
}

impl Key {
    /// The JSON of a key of this account.
    pub fn new(key: &service_account::Key, account: &ServiceAccount) -> Self {
        Self {
            name: format!("projects/{}/serviceaccounts/{}/keys/{}", account.project, account.id, key.id),
            id: key.id.clone(),
            create_time: key.create_time,
        }
    }
}
