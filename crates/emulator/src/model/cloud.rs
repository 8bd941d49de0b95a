//! Everything in the emulated cloud, and who may see and change what.

mod accounts;

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{
    connector::{Configuration, Connector, Metrics},
    id::IdMint,
    member::{Members, User},
    organization::Organization,
    project::{Location, Project},
    role::{Permission, Role},
    service_account::ServiceAccount,
};

/// Everything in the emulated cloud, in the order it was created.
#[derive(Debug, Default)]
pub struct Cloud {
    /// Service accounts, by id.
    pub service_accounts: IndexMap<String, ServiceAccount>,
    /// People, by id.
    pub users: IndexMap<String, User>,
    /// Organizations, by id.
    pub organizations: IndexMap<String, Organization>,
    /// Projects, by id.
    pub projects: IndexMap<String, Project>,
    /// Makes the ids of everything.
    pub ids: IdMint,
}

impl Cloud {
    /// Adds a new Data Connector to a project; `None` when there is no such project.
    pub fn add_connector(
        &mut self,
        project: &str,
        configuration: Configuration,
        metrics: Metrics,
    ) -> Option<&Connector> {
        let connectors = &mut self.projects.get_mut(project)?.connectors;
        let id = self.ids.mint();
        Some(connectors.entry(id.clone()).or_insert(Connector { id, configuration, metrics }))
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
            devices: IndexMap::new(),
            connectors: IndexMap::new(),
        };
        self.projects.entry(id).or_insert(project)
    }

    /// The permissions that an account has in a project: those of its greatest role there or in the organization, as each
    /// role may all that the lesser ones may.
    pub fn permissions_in_project(&self, account: &str, project: &Project) -> Vec<Permission> {
        let inherited = self.role_in_organization(account, &project.organization);
        let greatest = project.members.get(account).map(|member| member.role).max(inherited);
        greatest.map(Role::permissions).unwrap_or_default()
    }

    /// The permissions that an account has in an organization.
    pub fn permissions_in_organization(&self, account: &str, organization: &str) -> Vec<Permission> {
        let role = self.role_in_organization(account, organization);
        role.map(Role::permissions).unwrap_or_default()
    }

    fn role_in_organization(&self, account: &str, organization: &str) -> Option<Role> {
        let members = &self.organizations.get(organization)?.members;
        members.get(account).map(|member| member.role)
    }
}
