//! Roles (`dt-api.md` §6.3).

pub mod get;
pub mod list;
