//! A connector's queue: the events that it has still to push, and when (`dt-api.md` §4).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::event::Event;

/// How long an event stays in a queue that does not get it acknowledged.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(12);

/// The events that a connector has still to push. Each leaves it when it is acknowledged, or after 12 hours.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    /// By their numbers, the oldest first.
    items: BTreeMap<u64, Item>,
    /// When those are due that are not under way.
    due: BTreeSet<(Timestamp, u64)>,
    /// Pushes that have not ended, also of events that were given up meanwhile.
    under_way: BTreeSet<u64>,
    numbered: u64,
}

#[derive(Clone, Debug)]
struct Item {
    waiting: Waiting,
    due: Timestamp,
}

/// An event that is to be pushed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waiting {
    /// What is pushed.
    pub event: Arc<Event>,
    /// How many pushes of it have failed.
    pub attempts: u32,
    /// When it is given up.
    pub expires: Timestamp,
}

/// One push of one event, now under way.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// By which the queue is told how it ended.
    pub number: u64,
    /// What is pushed.
    pub event: Arc<Event>,
    /// How many pushes of the event have failed before.
    pub failed_before: u32,
    /// Whether the event is so old that it is given up instead.
    pub is_too_late: bool,
}

impl Queue {
    /// Adds an event that is due now. Gives its number, and that of the oldest, which is given up when the queue would hold
    /// more than `most`.
    pub fn push(&mut self, event: Arc<Event>, now: Timestamp, most: usize) -> (u64, Option<u64>) {
        let expires = now.saturating_add(KEPT_FOR).unwrap_or(Timestamp::MAX);
        let number = self.numbered;
        self.restore(number, Waiting { event, attempts: 0, expires }, now);
        let oldest = self.items.first_key_value().map(|(&number, _)| number);
        let given_up = oldest.filter(|_| self.items.len() > most);
        if let Some(number) = given_up {
            self.remove(number);
        }
        (number, given_up)
    }

    /// Puts an event back that the queue held in an earlier run; it is due now.
    pub fn restore(&mut self, number: u64, waiting: Waiting, now: Timestamp) {
        self.numbered = self.numbered.max(number + 1);
        self.items.insert(number, Item { waiting, due: now });
        self.due.insert((now, number));
    }

    /// When the next push is due; `None` when nothing waits, or as many pushes are under way as there may be.
    pub fn next_due(&self, most_under_way: usize) -> Option<Timestamp> {
        self.due.first().filter(|_| self.under_way.len() < most_under_way).map(|&(due, _)| due)
    }

    /// Begins the push that is due first; `None` when none is.
    pub fn begin(&mut self, now: Timestamp, most_under_way: usize) -> Option<Attempt> {
        self.next_due(most_under_way).filter(|due| *due <= now)?;
        let (_, number) = self.due.pop_first()?;
        let Waiting { event, attempts, expires } = &self.items.get(&number)?.waiting;
        let is_too_late = *expires <= now;
        if !is_too_late {
            self.under_way.insert(number);
        }
        Some(Attempt { number, event: Arc::clone(event), failed_before: *attempts, is_too_late })
    }

    /// A push was acknowledged: the event leaves the queue.
    pub fn acknowledge(&mut self, number: u64) {
        self.under_way.remove(&number);
        self.remove(number);
    }

    /// Takes an event out, as it is given up. A push of it takes its place until it has ended.
    pub fn remove(&mut self, number: u64) {
        if let Some(item) = self.items.remove(&number) {
            self.due.remove(&(item.due, number));
        }
    }

    /// A push failed: the event is due again after a pause, and at the latest to be given up.
    pub fn postpone(&mut self, number: u64, now: Timestamp, pause: SignedDuration) {
        self.under_way.remove(&number);
        if let Some(item) = self.items.get_mut(&number) {
            item.waiting.attempts = item.waiting.attempts.saturating_add(1);
            let due = now.saturating_add(pause).unwrap_or(Timestamp::MAX);
            item.due = due.min(item.waiting.expires);
            self.due.insert((item.due, number));
        }
    }

    /// Gives everything up, also what is under way; a push of it takes its place until it has ended.
    pub fn clear(&mut self) {
        self.items.clear();
        self.due.clear();
    }

    /// The numbers of the events that wait or are under way, the oldest first.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        self.items.keys().copied()
    }

    /// The event with this number.
    pub fn waiting(&self, number: u64) -> Option<&Waiting> {
        self.items.get(&number).map(|item| &item.waiting)
    }
}
