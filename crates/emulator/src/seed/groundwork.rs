//! What every seed has: an organization, and a service account for each role.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::model::{
    cloud::Cloud,
    device::Device,
    event::Event,
    event_data::Report,
    member::{AccountType, Member, Members},
    organization::Organization,
    project::{Location, Project},
    role::Role,
    service_account::ServiceAccount,
    table::Table,
    time::Time,
};

/// A cloud with an organization and its service accounts, to which projects are added.
#[derive(Debug)]
pub struct Groundwork {
    pub cloud: Cloud,
    pub organization: String,
    /// The id of the first project, which owns the service accounts.
    home: String,
    members: [Member; 2],
    /// The Basic auth account, which is a member of the first project only.
    guest: Member,
}

/// Makes the organization and the accounts, always the same.
pub fn lay(now: Timestamp) -> Groundwork {
    let mut cloud = Cloud::default();
    let (organization, home) = (cloud.ids.mint(), cloud.ids.mint());
    let mut add_account = |display_name, role, enable_basic_auth| {
        add_account(&mut cloud, &home, display_name, role, enable_basic_auth, Time(now))
    };
    let developer = add_account("Developer", Role::ProjectDeveloper, false);
    let user = add_account("Reader", Role::ProjectUser, false);
    let guest = add_account("Guest with Basic auth", Role::ProjectDeveloper, true);
    let admin = add_account("Administrator", Role::OrganizationAdmin, false);
    cloud.organizations.insert(
        organization.clone(),
        Organization {
            id: organization.clone(),
            display_name: "Nordlys Properties".to_owned(),
            members: by_id([admin]),
        },
    );
    Groundwork { cloud, organization, home, members: [developer, user], guest }
}

impl Groundwork {
    /// Adds a project with its devices, each with what it has reported, and gives its id.
    pub fn add_project(
        &mut self,
        display_name: &str,
        location: Location,
        devices: Vec<(Device, Vec<Report>)>,
    ) -> String {
        let mut id = self.cloud.ids.mint();
        let mut members = by_id(self.members.clone());
        if self.cloud.projects.is_empty() {
            id.clone_from(&self.home);
            members.insert(self.guest.id.clone(), self.guest.clone());
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

fn add_account(
    cloud: &mut Cloud,
    home: &str,
    display_name: &str,
    role: Role,
    enable_basic_auth: bool,
    now: Time,
) -> Member {
    let (id, key_id) = (cloud.ids.mint(), cloud.ids.mint());
    let mut account = ServiceAccount {
        display_name: display_name.to_owned(),
        enable_basic_auth,
        made_for: Some(role),
        ..ServiceAccount::new(id.clone(), home, now)
    };
    account.add_key(key_id, now);
    let member = Member {
        id: id.clone(),
        account_type: AccountType::ServiceAccount,
        email: account.email.clone(),
        role,
        create_time: now,
    };
    cloud.service_accounts.insert(id, account);
    member
}

fn by_id<const N: usize>(members: [Member; N]) -> Members {
    members.into_iter().map(|member| (member.id.clone(), member)).collect()
}
