//! Members of projects and of organizations (`dt-api.md` §6.4).

pub mod create;
pub mod delete;
pub mod get;
pub mod invite_url;
pub mod list;
pub mod update;
