//! Service accounts.

use super::role::Role;

/// A service account with its one key.
#[derive(Clone, Debug)]
pub struct Account {
    /// The key's id: the `kid` of an assertion and the user name of Basic auth.
    pub key_id: String,
    /// The key's secret: 32 hex characters.
    pub secret: String,
    /// `<service account>@<project>.serviceaccount.d21s.com`.
    pub email: String,
    /// The role its memberships have; shown by `/_emulator/accounts`.
    pub role: Role,
    /// Whether the account was made with Enable Basic Auth.
    pub basic_auth: bool,
}
