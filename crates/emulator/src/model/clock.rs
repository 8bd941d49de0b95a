//! The emulator's clock: it can be moved, and in tests it can stand still.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// A clock that runs from a start time, or stands still, and can be moved on.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Timestamp,
    running_since: Option<Instant>,
    advanced: SignedDuration,
}

impl Clock {
    /// A clock that shows `start` now and runs on.
    pub fn running_from(start: Timestamp) -> Self {
        Self { start, running_since: Some(Instant::now()), advanced: SignedDuration::ZERO }
    }

    /// A clock that shows `time` until it is advanced.
    pub fn stopped_at(time: Timestamp) -> Self {
        Self { start: time, running_since: None, advanced: SignedDuration::ZERO }
    }

    /// The emulated time.
    pub fn now(&self) -> Timestamp {
        later(self.unmoved(), self.advanced)
    }

    /// What the clock would show had it never been advanced: the time that clients, whose clocks cannot be moved, go by.
    pub fn unmoved(&self) -> Timestamp {
        let ran = self.running_since.map_or(SignedDuration::ZERO, |since| {
            SignedDuration::try_from(since.elapsed()).unwrap_or(SignedDuration::MAX)
        });
        later(self.start, ran)
    }

    /// How far the clock has been moved.
    pub fn advanced(&self) -> SignedDuration {
        self.advanced
    }

    /// Moves the clock on.
    pub fn advance(&mut self, by: SignedDuration) {
        self.advanced = self.advanced.saturating_add(by);
    }

    /// The same clock without its advances.
    #[must_use]
    pub fn never_advanced(self) -> Self {
        Self { advanced: SignedDuration::ZERO, ..self }
    }
}

fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.saturating_add(by).unwrap_or(time)
}
