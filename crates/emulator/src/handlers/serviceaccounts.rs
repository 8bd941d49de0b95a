//! Service accounts (`dt-api.md` §6.8).

pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod update;
