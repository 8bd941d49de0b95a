//! Data Connectors (`dt-api.md` §3.2).

pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod metrics;
pub mod synchronize;
pub mod update;
