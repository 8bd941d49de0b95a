//! The emulator as one value, from which its two servers are made.

use std::{
    future::pending,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use axum::Router;

use crate::{
    api, console,
    delivery::{courier::Courier, push::Signer, signing_key::SigningKey},
    model::clock::Clock,
    origins::Origins,
    seed::Seed,
    settings::Settings,
    storage::{
        changes::Changes,
        keeper::{Keeper, OpenFile},
        kept::KeptKey,
    },
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
    keeper: OnceLock<Keeper>,
}

impl Emulator {
    /// An emulator that holds what `seed` makes.
    ///
    /// # Errors
    /// One line for the person who starts it: the settings name certificates that cannot be read, or the system gives no
    /// random numbers.
    pub fn new(settings: Settings, origins: Origins, seed: Seed, clock: Clock) -> Result<Self, String> {
        let mut cloud = seed.cloud(&settings, origins, clock.now());
        let key = SigningKey::generate(cloud.event_ids.mint()).ok_or("the system gives no random numbers")?;
        let store = Store::new(cloud, clock, seed, &settings);
        Self::assembled(settings, origins, seed, store, key)
    }

    /// An emulator whose cloud is kept in a file: the one that the file holds, or what `seed` makes when it is new.
    ///
    /// # Errors
    /// As [`Self::new`], and when the file is in use, cannot be read or is another program's.
    pub fn kept_in(
        path: &Path,
        settings: Settings,
        origins: Origins,
        seed: Seed,
        clock: Clock,
    ) -> Result<Self, String> {
        let (file, restored) = OpenFile::open(path, settings.events_per_device)?;
        let is_new = restored.is_none();
        let emulator = match restored {
            Some(restored) => {
                let damaged = || format!("{}: the key in it is damaged", path.display());
                let key = restored.key.clone().restored().ok_or_else(damaged)?;
                let store = Store::restored(restored, clock, seed, &settings);
                Self::assembled(settings, origins, seed, store, key)?
            }
            None => Self::new(settings, origins, seed, clock)?,
        };
        emulator.store().changes = Changes::noting(is_new);
        let shared = Arc::downgrade(&emulator.0);
        let keeper = file.keep(KeptKey::of(&emulator.signer().key), move |borrow| {
            borrow(&mut Self(shared.upgrade()?).store());
            Some(())
        });
        keeper.write();
        let _ = emulator.0.keeper.set(keeper);
        Ok(emulator)
    }

    fn assembled(
        settings: Settings,
        origins: Origins,
        seed: Seed,
        store: Store,
        key: SigningKey,
    ) -> Result<Self, String> {
        let issuer = format!("{}{ISSUER_PATH}", origins.api());
        Ok(Self(Arc::new(Shared {
            courier: Courier::new(settings.delivery.trusted_certificates.as_deref())?,
            signer: Signer { key, issuer },
            settings,
            origins,
            seed,
            store: Mutex::new(store),
            under_way: UnderWay::default(),
            leaps: tokio::sync::Mutex::default(),
            keeper: OnceLock::new(),
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
        store.begin_again(cloud, clock, seed, self.settings());
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

    /// What writes changes down, when the cloud is kept.
    pub(crate) fn keeper(&self) -> Option<&Keeper> {
        self.0.keeper.get()
    }

    /// What has changed so far is to be kept, and nobody waits for it.
    pub(crate) fn keep_soon(&self) {
        if let Some(keeper) = self.keeper() {
            keeper.write();
        }
    }

    /// Waits until everything so far is kept.
    ///
    /// # Errors
    /// Says why it cannot be, such as that the disk is full.
    pub async fn kept(&self) -> Result<(), String> {
        match self.keeper() {
            Some(keeper) => keeper.written().await,
            None => Ok(()),
        }
    }

    /// Waits until the cloud cannot be kept any more, and gives the reason; forever when nothing is kept.
    pub async fn cannot_be_kept(&self) -> String {
        match self.keeper() {
            Some(keeper) => keeper.failure().await,
            None => pending().await,
        }
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
