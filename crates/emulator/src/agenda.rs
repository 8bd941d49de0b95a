//! What is to be done when.

use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use crate::model::connector::Connector;

/// When which connectors have something to push, in order. A queue may have changed since, so whoever takes an entry asks
/// the queue.
#[derive(Debug, Default)]
pub struct Agenda {
    entries: BTreeSet<(Timestamp, Place)>,
    /// Whom to wake when there is something new; the same in every life of the cloud.
    pub changed: Arc<Notify>,
    /// While the clock leaps, nothing happens but by the leap.
    pub leap: Option<Leap>,
}

/// Where a connector is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The id of its project.
    pub project: String,
    /// Its own id.
    pub connector: String,
}

impl Place {
    /// Where a connector of this project is.
    pub fn of(connector: &Connector, project: &str) -> Self {
        Self { project: project.to_owned(), connector: connector.id.clone() }
    }
}

/// A move of the clock that is under way.
#[derive(Debug, Default)]
pub struct Leap {
    /// How far it goes.
    pub length: SignedDuration,
    /// Whose endpoints did not answer in time during it: they are not waited for again before it ends.
    pub unresponsive: HashSet<Place>,
}

impl Agenda {
    /// Notes that a connector has something to push at a time.
    pub fn note(&mut self, due: Timestamp, place: Place) {
        let is_first = self.entries.first().is_none_or(|(first, _)| due < *first);
        self.entries.insert((due, place));
        if is_first {
            self.changed.notify_one();
        }
    }

    /// Takes out what is due first, if it is due by now.
    pub fn take_due(&mut self, now: Timestamp) -> Option<Place> {
        self.entries.first().filter(|(due, _)| *due <= now)?;
        self.entries.pop_first().map(|(_, place)| place)
    }

    /// When something is due next.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.entries.first().map(|(due, _)| *due)
    }
}
