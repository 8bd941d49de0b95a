//! The emulator as one value, from which its two servers are made.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::Router;

use crate::{
    api, console, model::clock::Clock, origins::Origins, seed::Seed, settings::Settings, store::Store,
};

/// An emulated DT Cloud. Clones share their state.
#[derive(Clone, Debug)]
pub struct Emulator(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    settings: Settings,
    origins: Origins,
    seed: Seed,
    store: Mutex<Store>,
}

impl Emulator {
    /// An emulator that holds what `seed` makes.
    pub fn new(settings: Settings, origins: Origins, seed: Seed, clock: Clock) -> Self {
        let store = Store::new(seed.cloud(&settings, origins, clock.now()), clock);
        Self(Arc::new(Shared { settings, origins, seed, store: Mutex::new(store) }))
    }

    /// The server of the API's origin. It needs no socket: a request can be given to it directly.
    pub fn api(&self) -> Router {
        api::server(self)
    }

    /// The server of the console's origin, with the built console in `dist`.
    pub fn console(&self, dist: Option<&Path>) -> Router {
        console::server(self, dist)
    }

    /// Empties everything and fills it with what `seed` makes.
    pub fn reset(&self, seed: Seed) {
        let store = &mut *self.store();
        let clock = store.clock.never_advanced();
        *store = Store::new(seed.cloud(self.settings(), self.origins(), clock.now()), clock);
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn origins(&self) -> Origins {
        self.0.origins
    }

    /// What the emulator was started with.
    pub(crate) fn seed(&self) -> Seed {
        self.0.seed
    }

    /// The state, locked: hold it for a moment, and never while awaiting.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.0.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
