//! The places a person can be; each is one arm of the `match` in `app.rs`.

pub mod connectors;
pub mod project_scope;
pub mod projects;
pub mod session;
pub mod sign_in;
