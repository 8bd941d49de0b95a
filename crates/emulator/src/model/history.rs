//! What a device has told.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};

use super::{
    event::Event,
    event_data::{EventData, Report},
};

/// How long DT Cloud keeps events (`dt-api.md` §4).
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a device has told: the latest event of each type, and the events of the last 30 days.
#[derive(Clone, Debug, Default)]
pub struct History {
    latest: BTreeMap<&'static str, Arc<Event>>,
    recent: VecDeque<Arc<Event>>,
}

impl History {
    /// Adds an event where its time belongs, and forgets what is older than 30 days before the newest or too much: at most
    /// `most` are kept. Gives what is forgotten.
    pub fn record(&mut self, event: Arc<Event>, most: usize) -> Vec<Arc<Event>> {
        let event_type = event.data.event_type();
        let mut forgotten = Vec::new();
        if self.latest.get(event_type).is_none_or(|latest| latest.time <= event.time) {
            let replaced = self.latest.insert(event_type, Arc::clone(&event));
            forgotten.extend(replaced.filter(|replaced| self.is_outdated(replaced)));
        }
        let place = self.recent.partition_point(|earlier| earlier.time <= event.time);
        self.recent.insert(place, event);
        let newest = self.recent.back().map(|newest| newest.time.0);
        let oldest = newest.and_then(|newest| newest.saturating_sub(KEPT_FOR).ok()).unwrap_or(Timestamp::MIN);
        while let Some(first) = self.recent.front()
            && (self.recent.len() > most || first.time.0 < oldest)
        {
            forgotten.extend(self.recent.pop_front().filter(|event| !self.is_latest(event)));
        }
        forgotten
    }

    /// Every event that is known: the recent ones, and the latest ones that are older.
    pub fn known(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.recent.iter().chain(self.latest.values().filter(|event| self.is_outdated(event)))
    }

    /// Whether only that it is the latest of its type can keep an event.
    fn is_outdated(&self, event: &Event) -> bool {
        self.recent.front().is_none_or(|oldest| event.time < oldest.time)
    }

    fn is_latest(&self, event: &Arc<Event>) -> bool {
        self.latest.get(event.data.event_type()).is_some_and(|latest| Arc::ptr_eq(latest, event))
    }

    /// The latest event of each type.
    pub fn latest(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.latest.values()
    }

    /// The state that the latest events show.
    pub fn reported(&self) -> impl Iterator<Item = &Report> {
        self.latest.values().filter_map(|event| match &event.data {
            EventData::Report(report) => Some(report),
            EventData::LabelsChanged(_) => None,
        })
    }

    /// The events that are still known, the newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Arc<Event>> {
        self.recent.iter().rev()
    }
}
