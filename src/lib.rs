//! The Data Connector Console: a single-page app that calls DT's REST API from the browser.

pub mod app;
pub mod config;
pub mod crash;
pub mod data;
pub mod deferred;
pub mod pages;
pub mod paths;
pub mod reactive;
pub mod router;
pub mod session;
pub mod shell;
pub mod ui;
