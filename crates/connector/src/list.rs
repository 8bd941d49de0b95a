//! Which connectors a list shows, and in which order.

mod query_string;

use dt_api::{Config, Connector, ConnectorKind, ConnectorName, Status};

use crate::endpoint::endpoint;

/// What a list is sorted by; ties are in the order of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// Display name.
    #[default]
    Name,
    /// Connector type.
    Type,
    /// Endpoint.
    Endpoint,
    /// Status.
    Status,
}

/// A view of a list. The default shows everything by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ListQuery {
    /// Words that must all occur, in any case, in the name, endpoint, label keys, header names or ID.
    pub search: String,
    /// Only connectors of this status.
    pub status: Option<Status>,
    /// Only connectors of this type.
    pub kind: Option<ConnectorKind>,
    /// What to sort by.
    pub sort: SortKey,
    /// Whether the last comes first.
    pub descending: bool,
}

impl ListQuery {
    /// The connectors to show, in order.
    #[must_use]
    pub fn apply<'a>(&self, connectors: &'a [Connector]) -> Vec<&'a Connector> {
        let search = self.search.to_lowercase();
        let admitted = connectors.iter().filter(|connector| self.admits(connector, &search));
        let mut shown: Vec<_> = admitted.map(|connector| (self.sort_key(connector), connector)).collect();
        shown.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
        if self.descending {
            shown.reverse();
        }
        shown.into_iter().map(|(_, connector)| connector).collect()
    }

    /// Whether the query leaves nothing out.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        self.search.trim().is_empty() && self.status.is_none() && self.kind.is_none()
    }

    fn admits(&self, connector: &Connector, lowercase_search: &str) -> bool {
        let has_status = self.status.as_ref().is_none_or(|status| *status == connector.status);
        let has_kind = self.kind.as_ref().is_none_or(|kind| *kind == connector.config.kind());
        has_status && has_kind && contains_words(connector, lowercase_search)
    }

    fn sort_key<'a>(&self, connector: &'a Connector) -> (String, String, &'a ConnectorName) {
        let first = match self.sort {
            SortKey::Name => String::new(),
            SortKey::Type => connector.config.kind().as_str().to_owned(),
            SortKey::Endpoint => endpoint(&connector.config).to_lowercase(),
            SortKey::Status => connector.status.as_str().to_owned(),
        };
        (first, connector.display_name.to_lowercase(), &connector.name)
    }
}

fn contains_words(connector: &Connector, lowercase_search: &str) -> bool {
    if lowercase_search.trim().is_empty() {
        return true;
    }
    let endpoint = endpoint(&connector.config);
    let mut texts = vec![connector.display_name.as_str(), &endpoint, connector.name.connector.as_str()];
    texts.extend(connector.labels.iter().map(String::as_str));
    if let Config::HttpPush(config) = &connector.config {
        texts.extend(config.headers.keys().map(String::as_str));
    }
    let text = texts.join("\n").to_lowercase();
    lowercase_search.split_whitespace().all(|word| text.contains(word))
}
