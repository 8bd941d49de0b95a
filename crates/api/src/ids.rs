//! Resource IDs and names (`dt-api.md` §3.1).

use std::fmt;

/// An ID is one path segment. `.` and `..` are none: a browser resolves them away, even when they are percent-encoded.
fn is_segment(text: &str) -> bool {
    !text.is_empty() && text != "." && text != ".." && !text.contains(['/', ':'])
}

/// The ID of a project: `p` in `projects/p`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(String);

impl ProjectId {
    /// Takes any text that can stand between two slashes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_segment(text).then(|| Self(text.to_owned()))
    }

    /// Takes the ID out of `projects/{project}`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::parse(name.strip_prefix("projects/")?)
    }

    /// The ID as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The ID of a Data Connector within its project: `d` in `projects/p/dataconnectors/d`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectorId(String);

impl ConnectorId {
    /// Takes any text that can stand between two slashes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_segment(text).then(|| Self(text.to_owned()))
    }

    /// The ID as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConnectorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The full name of a Data Connector: `projects/{project}/dataconnectors/{connector}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectorName {
    /// The project that it belongs to.
    pub project: ProjectId,
    /// Its own ID.
    pub connector: ConnectorId,
}

impl ConnectorName {
    /// Undoes [`Display`](fmt::Display).
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (project, connector) = name.strip_prefix("projects/")?.split_once("/dataconnectors/")?;
        Some(Self { project: ProjectId::parse(project)?, connector: ConnectorId::parse(connector)? })
    }
}

impl fmt::Display for ConnectorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "projects/{}/dataconnectors/{}", self.project, self.connector)
    }
}
