//! Projects (`dt-api.md` §6.1).

pub mod get;
pub mod list;
pub mod permissions;
