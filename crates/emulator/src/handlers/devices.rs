//! Devices (`dt-api.md` §6.5), emulated ones among them (§6.9).

pub mod batch_update;
pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod replace;
pub mod transfer;
