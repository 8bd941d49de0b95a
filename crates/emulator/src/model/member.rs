//! Members of projects and organizations (`dt-api.md` §6.4), and the people among them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{role::Role, time::Time};

/// The members of a project or an organization, by id, in the order they joined.
pub type Members = IndexMap<String, Member>;

/// What an account is in one project or organization.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    /// The id of the service account or the user.
    pub id: String,
    /// Which of the two it is.
    pub account_type: AccountType,
    /// The account's e-mail address.
    pub email: String,
    /// What it may do: DT's clients say that a member has exactly one role.
    pub role: Role,
    /// When it became a member.
    pub create_time: Time,
}

/// What kind of account a member has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountType {
    /// A person's.
    User,
    /// A program's.
    ServiceAccount,
}

/// A person who has an account, or was invited to make one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct User {
    /// The id, the same in every project and organization.
    pub id: String,
    /// Where invitations go.
    pub email: String,
    /// The name for people, which is not known before they sign up.
    pub display_name: String,
    /// Whether they have an account; until then their memberships are pending.
    pub has_signed_up: bool,
}
