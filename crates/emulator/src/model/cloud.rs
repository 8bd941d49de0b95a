//! Everything in the emulated cloud, and who may see and change what.

use indexmap::IndexMap;

use super::{
    account::Account,
    connector::{Configuration, Connector},
    id::{EventIdMint, IdMint},
    organization::Organization,
    outcomes::Outcomes,
    project::Project,
    role::{Permission, Role},
    table::Table,
};

/// Everything in the emulated cloud, in the order it was created.
#[derive(Debug, Default)]
pub struct Cloud {
    /// Service accounts, by key id.
    pub accounts: IndexMap<String, Account>,
    /// Organizations, by id.
    pub organizations: IndexMap<String, Organization>,
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
        connectors.insert(id.clone(), Connector::new(id.clone(), configuration, outcomes));
        connectors.get(&id)
    }

    /// The permissions that an account has in a project: those of its greatest role there or in the organization, as each
    /// role may all that the lesser ones may.
    pub fn permissions_in_project(&self, email: &str, project: &Project) -> Vec<Permission> {
        let inherited = self.role_in_organization(email, &project.organization);
        let greatest = project.members.get(email).max(inherited);
        greatest.map(|role| role.permissions()).unwrap_or_default()
    }

    /// The permissions that an account has in an organization.
    pub fn permissions_in_organization(&self, email: &str, organization: &str) -> Vec<Permission> {
        let role = self.role_in_organization(email, organization);
        role.map(|role| role.permissions()).unwrap_or_default()
    }

    fn role_in_organization(&self, email: &str, organization: &str) -> Option<&Role> {
        self.organizations.get(organization)?.members.get(email)
    }
}
