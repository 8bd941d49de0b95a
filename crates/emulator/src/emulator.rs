//! The emulator as one value, from which its two servers are made.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::Router;

use crate::{
    api, console,
    delivery::{courier::Courier, push::Signer, signing_key::SigningKey},
    model::clock::Clock,
    origins::Origins,
    seed::Seed,
    settings::Settings,
    store::Store,
    timeline::UnderWay,
};

/// Where the issuer of the asymmetric signature is on the API's origin (`dt-api.md` §5.3).
pub(crate) const ISSUER_PATH: &str = "/data-connector";

/// An emulated DT Cloud. Clones share their state.
#[derive(Clone, Debug)]
pub struct Emulator(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    settings: Settings,
    origins: Origins,
    seed: Seed,
    store: Mutex<Store>,
    courier: Courier,
    signer: Signer,
    under_way: UnderWay,
    leaps: tokio::sync::Mutex<()>,
}

impl Emulator {
    /// An emulator that holds what `seed` makes; an error is one line for the person who starts it.
    pub fn new(settings: Settings, origins: Origins, seed: Seed, clock: Clock) -> Result<Self, String> {
        let mut cloud = seed.cloud(&settings, origins, clock.now());
        let key = SigningKey::generate(cloud.event_ids.mint()).ok_or("the system gives no random numbers")?;
        let issuer = format!("{}{ISSUER_PATH}", origins.api());
        let store = Store::new(cloud, clock, &settings);
        Ok(Self(Arc::new(Shared {
            courier: Courier::new(settings.delivery.trusted_certificates.as_deref())?,
            signer: Signer { key, issuer },
            settings,
            origins,
            seed,
            store: Mutex::new(store),
            under_way: UnderWay::default(),
            leaps: tokio::sync::Mutex::default(),
        })))
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
        let cloud = seed.cloud(self.settings(), self.origins(), clock.now());
        store.begin_again(cloud, clock, self.settings());
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

    /// What carries pushes.
    pub(crate) fn courier(&self) -> &Courier {
        &self.0.courier
    }

    /// What signs pushes with a key.
    pub(crate) fn signer(&self) -> &Signer {
        &self.0.signer
    }

    pub(crate) fn under_way(&self) -> &UnderWay {
        &self.0.under_way
    }

    /// Held by the one leap of the clock that is under way.
    pub(crate) fn leaps(&self) -> &tokio::sync::Mutex<()> {
        &self.0.leaps
    }

    /// The state, locked: hold it for a moment, and never while awaiting.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.0.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
