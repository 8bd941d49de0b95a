//! A visit to the console, as far as the address bar and the browser's history can tell.

use crate::page::until;
use data_connector_console::paths::Route;
use data_connector_console::router::Router;
use dt_api::ProjectId;
use leptos::prelude::*;

thread_local! {
    /// A page has one router for as long as it lives, and the tests share a page.
    static ROUTER: Router = Router::install();
}

/// A person at `/`, with nothing unsaved.
pub struct Visit {
    pub router: Router,
    /// Owns the guards of the place.
    pub owner: Owner,
}

impl Visit {
    pub fn start() -> Self {
        let router = ROUTER.with(|router| *router);
        router.stay();
        router.replace(&Route::Projects);
        Self { router, owner: Owner::new() }
    }

    /// Has unsaved changes as long as the signal is true.
    pub fn guarded(&self) -> RwSignal<bool> {
        let unsaved = RwSignal::new(true);
        // Outlives the guard, so that it is the guard that ends with the owner.
        let signal = unsaved.into();
        self.owner.with(|| self.router.guard(signal));
        unsaved
    }

    /// Whether a navigation waits for the person's word.
    pub fn is_asked(&self) -> bool {
        self.router.departure().with_untracked(Option::is_some)
    }

    /// Presses the browser's Back button and waits for the address.
    pub async fn go_back_to(&self, path: &str) {
        window().history().unwrap().back().unwrap();
        until("the browser is back", || address() == path).await;
    }
}

pub fn oslo() -> Route {
    Route::Connectors(ProjectId::parse("oslo").unwrap())
}

pub fn bergen() -> Route {
    Route::Connectors(ProjectId::parse("bergen").unwrap())
}

/// What the address bar shows after the origin.
pub fn address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap(), location.search().unwrap())
}

/// How many entries the browser's history has.
pub fn entries() -> u32 {
    window().history().unwrap().length().unwrap()
}
