//! Who has an account, and with which key.

use super::Cloud;
use crate::model::{
    member::{AccountType, Member, User},
    service_account::{Key, ServiceAccount},
    time::Time,
};

impl Cloud {
    /// The key with this id, and whose it is.
    pub fn key(&self, id: &str) -> Option<(&ServiceAccount, &Key)> {
        self.service_accounts.values().find_map(|account| Some((account, account.keys.get(id)?)))
    }

    /// The service account of a project that has this id.
    pub fn service_account(&self, project: &str, id: &str) -> Option<&ServiceAccount> {
        self.service_accounts.get(id).filter(|account| account.project == project)
    }

    /// The same service account, to change it.
    pub fn service_account_mut(&mut self, project: &str, id: &str) -> Option<&mut ServiceAccount> {
        self.service_accounts.get_mut(id).filter(|account| account.project == project)
    }

    /// Adds a service account without a key to a project.
    pub fn add_service_account(&mut self, project: &str, now: Time) -> &mut ServiceAccount {
        let id = self.ids.mint();
        let account = ServiceAccount::new(id.clone(), project, now);
        self.service_accounts.insert(id, account)
    }

    /// Removes a service account, and with it its memberships.
    pub fn remove_service_account(&mut self, id: &str) {
        self.service_accounts.remove(id);
        self.projects.change_where(
            |project| project.members.contains_key(id),
            |project| drop(project.members.shift_remove(id)),
        );
        self.organizations.change_where(
            |organization| organization.members.contains_key(id),
            |organization| drop(organization.members.shift_remove(id)),
        );
    }

    /// The type and id of the account with this e-mail address.
    pub fn account_with_email(&self, email: &str) -> Option<(AccountType, String)> {
        let is_it = |found: &str| found.eq_ignore_ascii_case(email);
        let account = self.service_accounts.values().find(|account| is_it(&account.email));
        let account = account.map(|account| (AccountType::ServiceAccount, account.id.clone()));
        let user = || self.users.values().find(|user| is_it(&user.email));
        account.or_else(|| user().map(|user| (AccountType::User, user.id.clone())))
    }

    /// Whether a member is a person who has not signed up yet.
    pub fn is_pending(&self, member: &Member) -> bool {
        let has_not_signed_up = |user: &User| !user.has_signed_up;
        member.account_type == AccountType::User && self.users.get(&member.id).is_some_and(has_not_signed_up)
    }

    /// Adds a person who has not signed up yet, and gives their id.
    pub fn invite(&mut self, email: &str) -> String {
        let id = self.ids.mint();
        let user = User {
            id: id.clone(),
            email: email.to_owned(),
            display_name: String::new(),
            has_signed_up: false,
        };
        self.users.insert(id.clone(), user);
        id
    }
}
