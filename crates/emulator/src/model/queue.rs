//! A connector's queue: the events that it has still to push, and when (`dt-api.md` §4).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};

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
    numbered: u64,
}

#[derive(Clone, Debug)]
struct Item {
    event: Arc<Event>,
    attempts: u32,
    due: Timestamp,
    expires: Timestamp,
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
}

impl Queue {
    /// Adds an event that is due now. When the queue then holds more than `most`, the oldest is given up.
    pub fn push(&mut self, event: Arc<Event>, now: Timestamp, most: usize) {
        let number = self.numbered;
        self.numbered += 1;
        let expires = now.saturating_add(KEPT_FOR).unwrap_or(Timestamp::MAX);
        self.items.insert(number, Item { event, attempts: 0, due: now, expires });
        self.due.insert((now, number));
        if self.items.len() > most
            && let Some((oldest, item)) = self.items.pop_first()
        {
            self.due.remove(&(item.due, oldest));
        }
    }

    /// When the next push is due; `None` when nothing waits, or as many pushes are under way as there may be.
    pub fn next_due(&self, most_under_way: usize) -> Option<Timestamp> {
        let under_way = self.items.len() - self.due.len();
        self.due.first().filter(|_| under_way < most_under_way).map(|&(due, _)| due)
    }

    /// Begins the push that is due first; `None` when none is. Events that are too old are given up.
    pub fn begin(&mut self, now: Timestamp, most_under_way: usize) -> Option<Attempt> {
        while self.next_due(most_under_way)? <= now {
            let (_, number) = self.due.pop_first()?;
            let Some(item) = self.items.get(&number) else { continue };
            if item.expires > now {
                return Some(Attempt {
                    number,
                    event: Arc::clone(&item.event),
                    failed_before: item.attempts,
                });
            }
            self.items.remove(&number);
        }
        None
    }

    /// A push was acknowledged: the event leaves the queue.
    pub fn acknowledge(&mut self, number: u64) {
        self.items.remove(&number);
    }

    /// A push failed: the event is due again after a pause, and at the latest to be given up.
    pub fn postpone(&mut self, number: u64, now: Timestamp, pause: SignedDuration) {
        if let Some(item) = self.items.get_mut(&number) {
            item.attempts = item.attempts.saturating_add(1);
            let due = now.saturating_add(pause).unwrap_or(Timestamp::MAX);
            item.due = due.min(item.expires);
            self.due.insert((item.due, number));
        }
    }

    /// Gives everything up, also what is under way.
    pub fn clear(&mut self) {
        self.items.clear();
        self.due.clear();
    }

    /// How many events wait or are under way.
    pub fn len(&self) -> usize {
        self.items.len()
    }
}
