//! A member's JSON, as it is answered and as it is sent (`dt-api.md` §6.4).

use serde::{Deserialize, Serialize};

use super::field_mask::Fields;
use crate::{
    model::{
        cloud::Cloud,
        member::{self, AccountType},
        time::Time,
    },
    team::Team,
};

/// A member's role is all that can be changed.
pub const FIELDS: Fields = Fields {
    changing: &["roles"],
    fixed: &["name", "displayName", "status", "email", "accountType", "createTime"],
};

/// A member.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Member<'a> {
    name: String,
    display_name: &'a str,
    roles: [String; 1],
    status: &'static str,
    email: &'a str,
    account_type: &'static str,
    create_time: Time,
}

impl<'a> Member<'a> {
    /// The JSON of a member of this team.
    pub fn new(member: &'a member::Member, team: &Team, cloud: &'a Cloud) -> Self {
        let display_name = match member.account_type {
            AccountType::User => cloud.users.get(&member.id).map(|user| &user.display_name),
            AccountType::ServiceAccount => {
                cloud.service_accounts.get(&member.id).map(|account| &account.display_name)
            }
        };
        Self {
            name: format!("{}/members/{}", team.name(), member.id),
            display_name: display_name.map_or("", |name| name),
            roles: [format!("roles/{}", member.role.id())],
            status: if cloud.is_pending(member) { "PENDING" } else { "ACCEPTED" },
            email: &member.email,
            account_type: match member.account_type {
                AccountType::User => "USER",
                AccountType::ServiceAccount => "SERVICE_ACCOUNT",
            },
            create_time: member.create_time,
        }
    }
}

/// A member as clients send it. What is left out reads as empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SentMember {
    pub roles: Vec<String>,
    pub email: String,
}
