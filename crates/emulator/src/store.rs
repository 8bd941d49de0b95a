//! Everything that changes while the emulator runs.

use std::sync::Arc;

use fastrand::Rng;
use jiff::Timestamp;
use tokio::sync::broadcast;

use crate::{
    agenda::{Agenda, Place},
    control::{faults::Faults, inbox::Inboxes, journal::Journal},
    model::{clock::Clock, cloud::Cloud, event::Event},
    rate_limit::RateLimiter,
    seed::Seed,
    settings::Settings,
    simulation::Simulation,
    storage::{changes::Changes, kept::KeptPush, restoring::Restored},
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
    /// What has changed since it was last written down.
    pub changes: Changes,
    /// The faults to inject.
    pub faults: Faults,
    /// The API requests received.
    pub journal: Journal,
    /// The receivers of pushes.
    pub inboxes: Inboxes,
    /// How much of the rate limit each account has used.
    pub rate_limiter: RateLimiter,
    /// Tells the streams that are open what is published.
    pub streams: broadcast::Sender<Arc<Event>>,
}

impl Store {
    /// A cloud to which nothing has happened yet.
    pub fn new(cloud: Cloud, clock: Clock, seed: Seed, settings: &Settings) -> Self {
        Self {
            clock,
            cloud,
            agenda: Agenda::default(),
            simulation: Simulation::default(),
            devices_speak_at: None,
            chance: Rng::with_seed(0),
            life: 0,
            changes: Changes::default(),
            faults: Faults::default(),
            journal: Journal::default(),
            inboxes: Inboxes::of(seed),
            rate_limiter: RateLimiter::default(),
            streams: broadcast::Sender::new(settings.stream_backlog()),
        }
    }

    /// The cloud of an earlier run.
    pub fn restored(restored: Restored, mut clock: Clock, seed: Seed, settings: &Settings) -> Self {
        clock.advance(restored.advanced);
        let mut store = Self::new(restored.cloud, clock, seed, settings);
        let now = store.clock.now();
        for (number, KeptPush { project, connector, waiting }) in restored.pushes {
            let place = Place { project, connector };
            if let Some(connector) = store.connector_mut(&place) {
                connector.queue.restore(number, waiting, now);
                store.agenda.note(now, place);
            }
        }
        store
    }

    /// Starts over with another cloud.
    pub fn begin_again(&mut self, cloud: Cloud, clock: Clock, seed: Seed, settings: &Settings) {
        let (wake, life) = (self.agenda.changed.clone(), self.life + 1);
        let changes = self.changes.of_another_cloud();
        *self = Self { life, changes, ..Self::new(cloud, clock, seed, settings) };
        self.agenda.changed = wake;
    }
}
