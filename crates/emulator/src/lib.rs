//! An emulator of DT Cloud: its REST API and token endpoint, and the origin that the Data Connector Console is served from.
//!
//! [`Emulator`] makes both servers as routers, which a test or a benchmark can call without a socket.
//! `docs/emulator-differences.md` says what is not emulated.

mod access_token;
mod agenda;
mod api;
mod assertion;
mod authentication;
mod caller;
mod console;
mod control;
mod cors;
mod delivery;
mod emulated_device;
mod emulator;
mod event_stream;
mod event_type;
mod handlers;
mod jwt;
mod labelling;
mod model;
mod origins;
mod publishing;
mod rate_limit;
mod refusal;
mod seed;
mod settings;
mod simulation;
mod storage;
mod store;
mod team;
#[cfg(test)]
mod test_cloud;
mod timeline;
mod wire;

pub use emulator::Emulator;
pub use model::{clock::Clock, role::Permission};
pub use origins::Origins;
pub use seed::Seed;
pub use settings::{
    BackOff, Cors, CorsOrigins, Delivery, PageSize, RateLimit, Settings, Synchronize, Validation,
};
