//! Everything that changes while the emulator runs.

use fastrand::Rng;
use jiff::Timestamp;

use crate::{
    agenda::Agenda,
    control::{faults::Faults, inbox::Inboxes, journal::Journal},
    model::{clock::Clock, cloud::Cloud},
    rate_limit::RateLimiter,
    simulation::Simulation,
};

/// Everything that changes while the emulator runs, kept behind one lock.
#[derive(Debug)]
pub struct Store {
    /// The emulated time.
    pub clock: Clock,
    /// The emulated cloud.
    pub cloud: Cloud,
    /// What is to be done when.
    pub agenda: Agenda,
    /// What devices tell on their own.
    pub simulation: Simulation,
    /// When they tell something next; `None` before the first time, and when they are silent.
    pub devices_speak_at: Option<Timestamp>,
    /// Decides what is left to chance, the same way on every run.
    pub chance: Rng,
    /// How often the cloud was reset: what began in an earlier life ends without effect.
    pub life: u64,
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
            agenda: Agenda::default(),
            simulation: Simulation::default(),
            devices_speak_at: None,
            chance: Rng::with_seed(0),
            life: 0,
            faults: Faults::default(),
            journal: Journal::default(),
            inboxes: Inboxes::default(),
            rate_limiter: RateLimiter::default(),
        }
    }

    /// Starts over with another cloud.
    pub fn begin_again(&mut self, cloud: Cloud, clock: Clock) {
        let (changed, life) = (self.agenda.changed.clone(), self.life + 1);
        *self = Self { life, ..Self::new(cloud, clock) };
        self.agenda.changed = changed;
    }
}
