//! Devices (`dt-api.md` §6.5).

pub mod get;
pub mod list;
