//! What every seed has: an organization, and a service account for each role.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::model::{
    account::Account,
    cloud::Cloud,
    device::Device,
    event::Event,
    event_data::Report,
    organization::Organization,
    project::{Location, Project},
    role::Role,
    table::Table,
};

/// A cloud with an organization and its service accounts, to which projects are added.
#[derive(Debug)]
pub struct Groundwork {
    pub cloud: Cloud,
    organization: String,
    members: BTreeMap<String, Role>,
    /// The e-mail address of the Basic auth account, which is a member of the first project only.
    guest: String,
}

/// Makes the organization and the accounts, always the same.
pub fn lay() -> Groundwork {
    let mut cloud = Cloud::default();
    let (organization, home) = (cloud.ids.mint(), cloud.ids.mint());
    let developer = add_account(&mut cloud, &home, Role::ProjectDeveloper, false);
    let user = add_account(&mut cloud, &home, Role::ProjectUser, false);
    let guest = add_account(&mut cloud, &home, Role::ProjectDeveloper, true);
    let admin = add_account(&mut cloud, &home, Role::OrganizationAdmin, false);
    cloud.organizations.insert(
        organization.clone(),
        Organization {
            id: organization.clone(),
            display_name: "Nordlys Properties".to_owned(),
            members: BTreeMap::from([(admin, Role::OrganizationAdmin)]),
        },
    );
    let members = BTreeMap::from([(developer, Role::ProjectDeveloper), (user, Role::ProjectUser)]);
    Groundwork { cloud, organization, members, guest }
}

impl Groundwork {
    /// Adds a project with its devices, each with what it has reported, and gives its id.
    pub fn add_project(
        &mut self,
        display_name: &str,
        location: Location,
        devices: Vec<(Device, Vec<Report>)>,
    ) -> String {
        let id = self.cloud.ids.mint();
        let mut members = self.members.clone();
        if self.cloud.projects.is_empty() {
            members.insert(self.guest.clone(), Role::ProjectDeveloper);
        }
        let devices = devices.into_iter().map(|(mut device, reports)| {
            for report in reports {
                let event = Event::reported(self.cloud.event_ids.mint(), &id, &device, report);
                device.history.record(event.into(), usize::MAX);
            }
            (device.id.clone(), device)
        });
        let devices = devices.collect();
        self.cloud.projects.insert(
            id.clone(),
            Project {
                id: id.clone(),
                organization: self.organization.clone(),
                display_name: display_name.to_owned(),
                inventory: false,
                location,
                labels: BTreeMap::new(),
                members,
                devices,
                connectors: Table::default(),
            },
        );
        id
    }
}

fn add_account(cloud: &mut Cloud, home: &str, role: Role, basic_auth: bool) -> String {
    let email = format!("{}@{home}.serviceaccount.d21s.com", cloud.ids.mint());
    let key_id = cloud.ids.mint();
    let account =
        Account { secret: secret(&key_id), key_id: key_id.clone(), email: email.clone(), role, basic_auth };
    cloud.accounts.insert(key_id, account);
    email
}

/// 32 hex characters, made from the key's id so that every run has the same.
fn secret(key_id: &str) -> String {
    Sha256::digest(key_id).iter().take(16).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
