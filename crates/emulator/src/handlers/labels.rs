//! The labels of a device, one by one (`dt-api.md` §6.5).

pub mod create;
pub mod delete;
pub mod update;
