//! Roles and the permissions they hold (`dt-api.md` §7).

use serde::{Deserialize, Serialize};

/// A permission, on the wire as `dataconnector.read` and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the wire names say what they are")]
pub enum Permission {
    #[serde(rename = "dataconnector.create")]
    DataConnectorCreate,
    #[serde(rename = "dataconnector.read")]
    DataConnectorRead,
    #[serde(rename = "dataconnector.update")]
    DataConnectorUpdate,
    #[serde(rename = "dataconnector.delete")]
    DataConnectorDelete,
    #[serde(rename = "device.read")]
    DeviceRead,
    #[serde(rename = "device.update")]
    DeviceUpdate,
    #[serde(rename = "device.transfer")]
    DeviceTransfer,
    #[serde(rename = "sensor.read")]
    SensorRead,
    #[serde(rename = "sensor.update")]
    SensorUpdate,
    #[serde(rename = "emulator.create")]
    EmulatorCreate,
    #[serde(rename = "emulator.read")]
    EmulatorRead,
    #[serde(rename = "emulator.update")]
    EmulatorUpdate,
    #[serde(rename = "emulator.delete")]
    EmulatorDelete,
    #[serde(rename = "membership.create")]
    MembershipCreate,
    #[serde(rename = "membership.read")]
    MembershipRead,
    #[serde(rename = "membership.update")]
    MembershipUpdate,
    #[serde(rename = "membership.delete")]
    MembershipDelete,
    #[serde(rename = "serviceaccount.create")]
    ServiceAccountCreate,
    #[serde(rename = "serviceaccount.read")]
    ServiceAccountRead,
    #[serde(rename = "serviceaccount.update")]
    ServiceAccountUpdate,
    #[serde(rename = "serviceaccount.delete")]
    ServiceAccountDelete,
    #[serde(rename = "serviceaccount.key.create")]
    ServiceAccountKeyCreate,
    #[serde(rename = "serviceaccount.key.read")]
    ServiceAccountKeyRead,
    #[serde(rename = "serviceaccount.key.delete")]
    ServiceAccountKeyDelete,
    #[serde(rename = "project.create")]
    ProjectCreate,
    #[serde(rename = "project.read")]
    ProjectRead,
    #[serde(rename = "project.update")]
    ProjectUpdate,
    #[serde(rename = "project.delete")]
    ProjectDelete,
    #[serde(rename = "organization.read")]
    OrganizationRead,
    #[serde(rename = "organization.update")]
    OrganizationUpdate,
}

use Permission as P;

const USER: &[Permission] = &[
    P::DataConnectorRead,
    P::DeviceRead,
    P::SensorRead,
    P::EmulatorRead,
    P::MembershipRead,
    P::ServiceAccountRead,
    P::ServiceAccountKeyRead,
    P::ProjectRead,
];
const DEVELOPER_ALSO: &[Permission] = &[
    P::DataConnectorCreate,
    P::DataConnectorUpdate,
    P::DataConnectorDelete,
    P::DeviceUpdate,
    P::SensorUpdate,
    P::EmulatorCreate,
    P::EmulatorUpdate,
    P::EmulatorDelete,
];
const ADMIN_ALSO: &[Permission] = &[
    P::DeviceTransfer,
    P::MembershipCreate,
    P::MembershipUpdate,
    P::MembershipDelete,
    P::ServiceAccountCreate,
    P::ServiceAccountUpdate,
    P::ServiceAccountDelete,
    P::ServiceAccountKeyCreate,
    P::ServiceAccountKeyDelete,
    P::ProjectUpdate,
    P::ProjectDelete,
];
const ORGANIZATION_ALSO: &[Permission] = &[P::ProjectCreate, P::OrganizationRead, P::OrganizationUpdate];

/// What an account is in a project or an organization; each role may all that the one before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Reads.
    #[serde(rename = "project.user")]
    ProjectUser,
    /// Reads and writes Data Connectors and devices.
    #[serde(rename = "project.developer")]
    ProjectDeveloper,
    /// Also manages the members and service accounts of a project.
    #[serde(rename = "project.admin")]
    ProjectAdmin,
    /// Everything, in every project of the organization.
    #[serde(rename = "organization.admin")]
    OrganizationAdmin,
}

impl Role {
    /// Every role, from the one that may the least.
    pub const ALL: [Self; 4] =
        [Self::ProjectUser, Self::ProjectDeveloper, Self::ProjectAdmin, Self::OrganizationAdmin];

    /// The role's id: what follows `roles/` in its resource name.
    pub fn id(self) -> &'static str {
        match self {
            Self::ProjectUser => "project.user",
            Self::ProjectDeveloper => "project.developer",
            Self::ProjectAdmin => "project.admin",
            Self::OrganizationAdmin => "organization.admin",
        }
    }

    /// The role's name for people.
    pub fn display_name(self) -> &'static str {
        match self {
            Self::ProjectUser => "Project User",
            Self::ProjectDeveloper => "Project Developer",
            Self::ProjectAdmin => "Project Administrator",
            Self::OrganizationAdmin => "Organization Administrator",
        }
    }

    /// What the role is for, in a sentence.
    pub fn description(self) -> &'static str {
        match self {
            Self::ProjectUser => "Can see everything in the project.",
            Self::ProjectDeveloper => "Can also manage Data Connectors and devices.",
            Self::ProjectAdmin => "Can also manage members, service accounts and the project.",
            Self::OrganizationAdmin => "Can manage every project of the organization.",
        }
    }

    /// Whether the role holds a permission.
    pub fn may(self, permission: Permission) -> bool {
        self.permission_sets().any(|permissions| permissions.contains(&permission))
    }

    /// The permissions the role holds, in the order of `Permission`.
    pub fn permissions(self) -> Vec<Permission> {
        let mut permissions: Vec<_> = self.permission_sets().flatten().copied().collect();
        permissions.sort_unstable();
        permissions
    }

    fn permission_sets(self) -> impl Iterator<Item = &'static [Permission]> {
        [USER, DEVELOPER_ALSO, ADMIN_ALSO, ORGANIZATION_ALSO].into_iter().take(self as usize + 1)
    }
}
