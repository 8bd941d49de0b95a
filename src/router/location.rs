//! A path and a query.

use leptos::prelude::window;

use crate::paths::Route;

/// What the address bar says: a path and a query (percent-encoded, the query without its question mark).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// Starts with a slash.
    pub path: String,
    /// Without the question mark; empty when there is none.
    pub query: String,
}

impl Location {
    /// What the address bar says now.
    #[must_use]
    pub fn current() -> Self {
        let location = window().location();
        Self {
            path: location.pathname().unwrap_or_default(),
            query: location.search().unwrap_or_default().trim_start_matches('?').to_owned(),
        }
    }

    /// A place, with no query.
    #[must_use]
    pub fn of(route: &Route) -> Self {
        Self { path: route.path(), query: String::new() }
    }

    /// As the browser's history wants it.
    #[must_use]
    pub fn url(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }
}
