//! What the emulated cloud knows: plain structs, no JSON and no HTTP.

pub mod clock;
pub mod cloud;
pub mod connector;
pub mod device;
pub mod event;
pub mod event_data;
pub mod history;
pub mod id;
pub mod member;
pub mod number;
pub mod organization;
pub mod outcomes;
pub mod project;
pub mod queue;
pub mod role;
pub mod service_account;
pub mod table;
pub mod time;
