//! What the account that sends a request may do.

use crate::{
    model::{
        cloud::Cloud,
        organization::Organization,
        project::Project,
        role::{Permission, Role},
        service_account::ServiceAccount,
    },
    refusal::Refusal,
};

/// The authenticated account of a request.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The service account's id.
    account: String,
}

impl Caller {
    /// Someone with this account's credentials.
    pub fn new(account: &ServiceAccount) -> Self {
        Self { account: account.id.clone() }
    }

    /// A project that the caller may see, and do `permission` in.
    pub fn project<'a>(
        &self,
        cloud: &'a Cloud,
        id: &str,
        permission: Permission,
    ) -> Result<&'a Project, Refusal> {
        let project = cloud.projects.get(id).ok_or_else(Refusal::not_found)?;
        self.may_in_project(cloud, project, permission).then_some(project).ok_or_else(Refusal::forbidden)
    }

    /// The same project, to change it.
    pub fn project_mut<'a>(
        &self,
        cloud: &'a mut Cloud,
        id: &str,
        permission: Permission,
    ) -> Result<&'a mut Project, Refusal> {
        self.project(cloud, id, permission)?;
        cloud.projects.get_mut(id).ok_or_else(Refusal::not_found)
    }

    /// An organization in which the caller may do `permission`.
    pub fn organization<'a>(
        &self,
        cloud: &'a Cloud,
        id: &str,
        permission: Permission,
    ) -> Result<&'a Organization, Refusal> {
        let organization = cloud.organizations.get(id).ok_or_else(Refusal::not_found)?;
        let role = cloud.role_in_organization(&self.account, id);
        let may = role.is_some_and(|role| role.may(permission));
        may.then_some(organization).ok_or_else(Refusal::forbidden)
    }

    /// The same organization, to change it.
    pub fn organization_mut<'a>(
        &self,
        cloud: &'a mut Cloud,
        id: &str,
        permission: Permission,
    ) -> Result<&'a mut Organization, Refusal> {
        self.organization(cloud, id, permission)?;
        cloud.organizations.get_mut(id).ok_or_else(Refusal::not_found)
    }

    /// Whether the caller has this permission in a project.
    pub fn may_in_project(&self, cloud: &Cloud, project: &Project, permission: Permission) -> bool {
        cloud.role_in_project(&self.account, project).is_some_and(|role| role.may(permission))
    }

    /// The caller's permissions in a project.
    pub fn permissions_in_project(&self, cloud: &Cloud, project: &Project) -> Vec<Permission> {
        cloud.role_in_project(&self.account, project).map(Role::permissions).unwrap_or_default()
    }

    /// The caller's permissions in an organization.
    pub fn permissions_in_organization(&self, cloud: &Cloud, organization: &Organization) -> Vec<Permission> {
        let role = cloud.role_in_organization(&self.account, &organization.id);
        role.map(Role::permissions).unwrap_or_default()
    }
}
