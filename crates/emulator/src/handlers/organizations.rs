//! Organizations (`dt-api.md` §6.2).

pub mod get;
pub mod list;
pub mod permissions;
