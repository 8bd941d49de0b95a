//! Service accounts and their keys (`dt-api.md` §6.8).

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{role::Role, time::Time};

/// How every service account's e-mail address ends (`dt-api.md` §2.3).
pub const EMAIL_DOMAIN: &str = ".serviceaccount.d21s.com";

/// An account that programs sign in with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ServiceAccount {
    /// The id: what follows `serviceaccounts/` in its resource name.
    pub id: String,
    /// The id of the project that owns it, in which it need not be a member (`dt-api.md` §2.3).
    pub project: String,
    /// `<id>@<project>.serviceaccount.d21s.com`, which never changes.
    pub email: String,
    /// The name for people; may be empty.
    pub display_name: String,
    /// Whether its keys may be used with Basic auth.
    pub enable_basic_auth: bool,
    /// When it was made.
    pub create_time: Time,
    /// When it was last changed.
    pub update_time: Time,
    /// Its keys, by id, in the order of creation.
    pub keys: IndexMap<String, Key>,
    /// The role that a seed made it for; shown by `/_emulator/accounts`.
    pub made_for: Option<Role>,
}

/// A key of a service account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Key {
    /// The id: the `kid` of an assertion and the user name of Basic auth.
    pub id: String,
    /// 32 hex characters.
    pub secret: String,
    /// When it was made.
    pub create_time: Time,
}

impl ServiceAccount {
    /// A service account without keys, that is a member of nothing.
    pub fn new(id: String, project: &str, now: Time) -> Self {
        Self {
            email: format!("{id}@{project}{EMAIL_DOMAIN}"),
            id,
            project: project.to_owned(),
            display_name: String::new(),
            enable_basic_auth: false,
            create_time: now,
            update_time: now,
            keys: IndexMap::new(),
            made_for: None,
        }
    }

    /// Adds a key with this id.
    pub fn add_key(&mut self, id: String, now: Time) -> &Key {
        let key = Key { secret: secret(&id), id: id.clone(), create_time: now };
        self.keys.entry(id).or_insert(key)
    }
}

/// Made from the key's id, so that every run has the same secrets.
fn secret(key_id: &str) -> String {
    Sha256::digest(key_id).iter().take(16).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
