//! What has changed since it was last written down, where tables do not know it themselves.

use std::{collections::BTreeSet, mem, sync::Arc};

use crate::{agenda::Place, model::event::Event};

/// What has changed since it was last written down, besides the rows of tables. Nothing is noted where nothing is kept.
#[derive(Debug, Default)]
pub struct Changes {
    is_noting: bool,
    /// All is another cloud now.
    pub everything: bool,
    /// The events that devices' histories have taken in or forgotten, with the devices' ids.
    pub events: Vec<(String, HistoryChange)>,
    /// The pushes that queues have taken in or are done with, by their numbers.
    pub pushes: BTreeSet<(Place, u64)>,
}

/// A change of a device's history.
#[derive(Debug)]
pub enum HistoryChange {
    /// An event is new.
    Recorded(Arc<Event>),
    /// The event with this id is known no more.
    Forgotten(String),
}

impl Changes {
    /// Notes, where something is kept. When `everything` is to be written down, that is to be noted first.
    pub fn noting(everything: bool) -> Self {
        Self { is_noting: true, everything, ..Self::default() }
    }

    /// The notes for another cloud in this one's place.
    #[must_use]
    pub fn of_another_cloud(&self) -> Self {
        Self { is_noting: self.is_noting, everything: self.is_noting, ..Self::default() }
    }

    /// Notes that a device's history has taken in an event, and forgotten others for it.
    pub fn note_event(&mut self, event: &Arc<Event>, forgotten: &[Arc<Event>]) {
        if self.is_noting {
            let forgotten = forgotten.iter().map(|event| HistoryChange::Forgotten(event.id.clone()));
            let changes = forgotten.chain([HistoryChange::Recorded(Arc::clone(event))]);
            self.events.extend(changes.map(|change| (event.source.id.clone(), change)));
        }
    }

    /// Notes that a queue has taken in a push or is done with it.
    pub fn note_push(&mut self, place: &Place, number: u64) {
        if self.is_noting {
            self.pushes.insert((place.clone(), number));
        }
    }

    /// The notes so far; they begin anew.
    pub fn take(&mut self) -> Self {
        mem::replace(self, Self { is_noting: self.is_noting, ..Self::default() })
    }
}
