//! The places of the console and their URLs. Nothing else in the console makes a URL of its own.

use dt_api::{ConnectorId, ConnectorName, ProjectId};

/// A place a person can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Every project the account can see.
    Projects,
    /// One project's Data Connectors.
    Connectors(ProjectId),
    /// The form that adds a Data Connector to a project.
    NewConnector(ProjectId),
    /// One Data Connector.
    Connector(ConnectorName),
    /// The way in.
    SignIn,
    /// Who is signed in.
    Session,
    /// No place of ours; holds the path asked for.
    NotFound(String),
}

impl Route {
    /// Reads the path of a URL, as the browser gives it (percent-encoded, starting with `/`).
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let known = match segments.as_slice() {
            [] => Some(Self::Projects),
            ["sign-in"] => Some(Self::SignIn),
            ["session"] => Some(Self::Session),
            ["projects", project, "dataconnectors"] => ProjectId::parse(project).map(Self::Connectors),
            ["projects", project, "dataconnectors", "new"] => {
                ProjectId::parse(project).map(Self::NewConnector)
            }
            ["projects", project, "dataconnectors", connector] => ProjectId::parse(project)
                .zip(ConnectorId::parse(connector))
                .map(|(project, connector)| Self::Connector(ConnectorName { project, connector })),
            _ => None,
        };
        known.unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    /// The path of this place.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Projects => "/".to_owned(),
            Self::Connectors(project) => format!("/projects/{project}/dataconnectors"),
            Self::NewConnector(project) => format!("/projects/{project}/dataconnectors/new"),
            Self::Connector(name) => format!("/{name}"),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Session => "/session".to_owned(),
            Self::NotFound(path) => path.clone(),
        }
    }

    /// The project this place belongs to.
    #[must_use]
    pub fn project(&self) -> Option<&ProjectId> {
        match self {
            Self::Connectors(project) | Self::NewConnector(project) => Some(project),
            Self::Connector(name) => Some(&name.project),
            Self::Projects | Self::SignIn | Self::Session | Self::NotFound(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY_PATH: [&str; 6] = [
        "/",
        "/projects/d0000000000000000001/dataconnectors",
        "/projects/d0000000000000000001/dataconnectors/new",
        "/projects/d0000000000000000001/dataconnectors/d0000000000000000002",
        "/session",
        "/sign-in",
    ];

    #[test]
    fn every_place_has_one_path_that_leads_back_to_it() {
        for path in EVERY_PATH {
            let route = Route::parse(path);
            assert!(!matches!(route, Route::NotFound(_)), "{path} is a place");
            assert_eq!(route.path(), path);
        }
    }

    #[test]
    fn a_trailing_slash_leads_to_the_same_place() {
        for path in EVERY_PATH {
            assert_eq!(Route::parse(&format!("{path}/")), Route::parse(path));
        }
    }

    #[test]
    fn any_other_path_is_not_found_and_keeps_what_was_asked_for() {
        for path in ["/projects", "/projects/p", "/projects/p/dataconnectors/d/more", "/Sign-In"] {
            assert_eq!(Route::parse(path), Route::NotFound(path.to_owned()));
        }
    }
}
