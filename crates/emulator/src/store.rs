//! Everything that changes while the emulator runs.

use crate::{
    control::{faults::Faults, inbox::Inboxes, journal::Journal},
    model::{clock::Clock, cloud::Cloud},
    rate_limit::RateLimiter,
};

/// Everything that changes while the emulator runs, kept behind one lock.
#[derive(Debug)]
pub struct Store {
    /// The emulated time.
    pub clock: Clock,
    /// The emulated cloud.
    pub cloud: Cloud,
    /// The faults to inject.
    pub faults: Faults,
    /// The API requests received.
    pub journal: Journal,
    /// The receivers of pushes.
    pub inboxes: Inboxes,
    /// How much of the rate limit each account has used.
    pub rate_limiter: RateLimiter,
}

impl Store {
    /// A cloud to which nothing has happened yet.
    pub fn new(cloud: Cloud, clock: Clock) -> Self {
        Self {
            clock,
            cloud,
            faults: Faults::default(),
            journal: Journal::default(),
            inboxes: Inboxes::default(),
            rate_limiter: RateLimiter::default(),
        }
    }
}
