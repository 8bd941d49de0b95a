//! Projects (`dt-api.md` §6.1).

pub mod batch_update;
pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod permissions;
pub mod update;
