//! A service account's JSON, as it is answered and as it is sent (`dt-api.md` §6.8).

use serde::{Deserialize, Serialize};

use super::field_mask::Fields;
use crate::model::{service_account, time::Time};

/// The e-mail address never changes.
pub const FIELDS: Fields = Fields {
    changing: &["displayName", "enableBasicAuth"],
    fixed: &["name", "email", "createTime", "updateTime"],
};

/// A service account.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAccount {
    name: String,
    email: String,
    display_name: String,
    enable_basic_auth: bool,
    create_time: Time,
    update_time: Time,
}

impl From<&service_account::ServiceAccount> for ServiceAccount {
    fn from(account: &service_account::ServiceAccount) -> Self {
        Self {
            name: format!("projects/{}/serviceaccounts/{}", account.project, account.id),
            email: account.email.clone(),
            display_name: account.display_name.clone(),
            enable_basic_auth: account.enable_basic_auth,
            create_time: account.create_time,
            update_time: account.update_time,
        }
    }
}

/// A service account as clients send it. What is left out reads as empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SentServiceAccount {
    pub display_name: String,
    pub enable_basic_auth: bool,
}
