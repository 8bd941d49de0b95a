//! What a form shows of a Data Connector, new or existing.

mod config;
mod http_push;
mod texts;

use std::collections::BTreeSet;

use dt_api::{Connector, ConnectorKind, EventType, Status};

pub use self::config::ConfigDraft;
pub use self::http_push::{HeaderRow, HttpPushDraft, SecretChange};

/// What a form shows. It mirrors the controls, not the API, and may hold what cannot be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Display name.
    pub display_name: String,
    /// The switch “Data Connector enabled”.
    pub enabled: bool,
    /// The switch “Forward All Events”.
    pub forward_all: bool,
    /// The event types to forward when `forward_all` is off; kept while it is on.
    pub selected_events: BTreeSet<EventType>,
    /// Keys of the device labels to include.
    pub labels: Vec<String>,
    /// What the connector's type asks for.
    pub config: ConfigDraft,
}

impl Draft {
    /// An empty form: enabled, forwarding all events, with no labels.
    #[must_use]
    pub fn new(kind: &ConnectorKind) -> Self {
        Self {
            display_name: String::new(),
            enabled: true,
            forward_all: true,
            selected_events: BTreeSet::new(),
            labels: Vec::new(),
            config: ConfigDraft::new(kind),
        }
    }

    /// The event types that would be sent, in order, where none means all; `None` while nothing is selected, which must
    /// never be sent because it would mean all.
    pub(crate) fn events(&self) -> Option<Vec<EventType>> {
        if self.forward_all {
            Some(Vec::new())
        } else if self.selected_events.is_empty() {
            None
        } else {
            Some(self.selected_events.iter().cloned().collect())
        }
    }

    /// The status that the switch asks for.
    pub(crate) fn status(&self) -> Status {
        if self.enabled { Status::Active } else { Status::UserDisabled }
    }
}

impl From<&Connector> for Draft {
    fn from(connector: &Connector) -> Self {
        let mut selected_events = BTreeSet::new();
        selected_events.extend(connector.events.iter().cloned());
        Self {
            display_name: connector.display_name.clone(),
            enabled: connector.status == Status::Active,
            forward_all: connector.events.is_empty(),
            selected_events,
            labels: connector.labels.clone(),
            config: ConfigDraft::from(connector),
        }
    }
}
