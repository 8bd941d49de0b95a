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
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a device has told: the latest event of each type, and the events of the last 30 days.
#[derive(Clone, Debug, Default)]
pub struct History {
    latest: BTreeMap<&'static str, Arc<Event>>,
    recent: VecDeque<Arc<Event>>,
}

impl History {
    /// Adds an event, and forgets what is older than 30 days before it or too much: at most `most` are kept.
    pub fn record(&mut self, event: Arc<Event>, most: usize) {
        let oldest = event.time.0.saturating_sub(KEPT_FOR).unwrap_or(Timestamp::MIN);
        self.latest.insert(event.data.event_type(), Arc::clone(&event));
        self.recent.push_back(event);
        while let Some(first) = self.recent.front()
            && (self.recent.len() > most || first.time.0 < oldest)
        {
            self.recent.pop_front();
        }
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
