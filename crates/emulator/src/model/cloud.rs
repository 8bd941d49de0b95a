//! Everything in the emulated cloud, and who may see and change what.

mod accounts;

use std::collections::BTreeMap;

use super::{
    connector::{Configuration, Connector},
    id::{EventIdMint, IdMint},
    member::{Members, User},
    organization::Organization,
    outcomes::Outcomes,
    project::{Location, Project},
    role::Role,
    service_account::ServiceAccount,
    table::Table,
};

/// Everything in the emulated cloud, in the order it was created.
#[derive(Debug, Default)]
pub struct Cloud {
    /// Service accounts, by id.
    pub service_accounts: Table<ServiceAccount>,
    /// People, by id.
    pub users: Table<User>,
    /// Organizations, by id.
    pub organizations: Table<Organization>,
    /// Projects, by id.
    pub projects: Table<Project>,
    /// Makes the ids of everything but events.
    pub ids: IdMint,
    /// Makes the ids of events.
    pub event_ids: EventIdMint,
}

impl Cloud {
    /// Adds a new Data Connector to a project; `None` when there is no such project.
    pub fn add_connector(
        &mut self,
        project: &str,
        configuration: Configuration,
        outcomes: Outcomes,
    ) -> Option<&Connector> {
        let connectors = &mut self.projects.get_mut(project)?.connectors;
        let id = self.ids.mint();
        Some(connectors.insert(id.clone(), Connector::new(id, configuration, outcomes)))
    }

    /// Adds an empty project to an organization.
    pub fn add_project(&mut self, organization: &str, display_name: String, location: Location) -> &Project {
        let id = self.ids.mint();
        let project = Project {
            id: id.clone(),
            organization: organization.to_owned(),
            display_name,
            inventory: false,
            location,
            labels: BTreeMap::new(),
            members: Members::new(),
            devices: Table::default(),
            connectors: Table::default(),
        };
        self.projects.insert(id, project)
    }

    /// What an account is in a project: its greatest role there or in the organization, as each role may all that the lesser
    /// ones may.
    pub fn role_in_project(&self, account: &str, project: &Project) -> Option<Role> {
        let inherited = self.role_in_organization(account, &project.organization);
        project.members.get(account).map(|member| member.role).max(inherited)
    }

    /// What an account is in an organization.
    pub fn role_in_organization(&self, account: &str, organization: &str) -> Option<Role> {
        let members = &self.organizations.get(organization)?.members;
        members.get(account).map(|member| member.role)
    }
}
