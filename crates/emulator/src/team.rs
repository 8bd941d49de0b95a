//! What has members: a project or an organization (`dt-api.md` §6.4).

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use serde::Deserialize;

use crate::{
    caller::Caller,
    model::{
        cloud::Cloud,
        member::Members,
        role::{Permission, Role},
    },
    refusal::Refusal,
};

/// The project or the organization that a path is about, by id.
#[derive(Debug)]
pub enum Team {
    /// `/projects/{project}/…`.
    Project(String),
    /// `/organizations/{organization}/…`.
    Organization(String),
}

/// The member that a path is about.
#[derive(Debug, Deserialize)]
pub struct MemberId {
    /// `…/members/{member}`.
    pub member: String,
}

impl Team {
    /// The members, for a caller who has `permission` there.
    pub fn members<'a>(
        &self,
        caller: &Caller,
        cloud: &'a Cloud,
        permission: Permission,
    ) -> Result<&'a Members, Refusal> {
        match self {
            Self::Project(id) => Ok(&caller.project(cloud, id, permission)?.members),
            Self::Organization(id) => Ok(&caller.organization(cloud, id, permission)?.members),
        }
    }

    /// The same members, to change them.
    pub fn members_mut<'a>(
        &self,
        caller: &Caller,
        cloud: &'a mut Cloud,
        permission: Permission,
    ) -> Result<&'a mut Members, Refusal> {
        match self {
            Self::Project(id) => Ok(&mut caller.project_mut(cloud, id, permission)?.members),
            Self::Organization(id) => Ok(&mut caller.organization_mut(cloud, id, permission)?.members),
        }
    }

    /// The resource name: `projects/<id>` or `organizations/<id>`.
    pub fn name(&self) -> String {
        match self {
            Self::Project(id) => format!("projects/{id}"),
            Self::Organization(id) => format!("organizations/{id}"),
        }
    }

    /// The role that these names give a member: exactly one, of the kind that the members here have.
    pub fn role(&self, names: &[String]) -> Result<Role, Refusal> {
        let [name] = names else { return Err(Refusal::invalid("roles", "must be exactly one")) };
        let id = name.strip_prefix("roles/").unwrap_or(name);
        let known = Role::ALL.into_iter().find(|role| role.id() == id);
        let role = known.ok_or_else(|| Refusal::invalid("roles[0]", format!("unknown role {name}")))?;
        let is_of_organizations = role == Role::OrganizationAdmin;
        if is_of_organizations == matches!(self, Self::Organization(_)) {
            Ok(role)
        } else {
            Err(Refusal::invalid("roles[0]", format!("no member here can have the role {name}")))
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Team {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let parameters = RawPathParams::from_request_parts(parts, state).await;
        let parameters = parameters.map_err(|_| Refusal::not_found())?;
        let team = parameters.iter().find_map(|(name, id)| match name {
            "project" => Some(Self::Project(id.to_owned())),
            "organization" => Some(Self::Organization(id.to_owned())),
            _ => None,
        });
        team.ok_or_else(Refusal::not_found)
    }
}
