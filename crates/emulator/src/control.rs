//! What no real cloud offers: the emulator's controls under `/_emulator`, and inboxes that receive pushes.

pub mod accounts;
pub mod clock;
pub mod faults;
pub mod inbox;
pub mod journal;
pub mod reset;

use axum::{
    Router,
    routing::{any, get, post},
};

use crate::{emulator::Emulator, settings::Settings};

/// The controls, which a strict emulator lacks, and the inboxes.
pub fn routes(settings: &Settings) -> Router<Emulator> {
    let inboxes = Router::new()
        .route("/inbox/{name}", any(inbox::receive))
        .route("/inbox/{name}/requests", get(inbox::requests))
        .route("/inbox/{name}/behaviour", post(inbox::behave));
    if settings.strict {
        return inboxes;
    }
    inboxes
        .route("/_emulator/accounts", get(accounts::list))
        .route("/_emulator/clock", get(clock::show).post(clock::advance))
        .route("/_emulator/faults", get(faults::list).post(faults::add).delete(faults::clear))
        .route("/_emulator/journal", get(journal::list).delete(journal::clear))
        .route("/_emulator/reset", post(reset::reset))
}
