//! A project's Data Connectors: the list, one connector, and the form that makes a new one.

pub mod begun;
mod code;
pub mod create;
pub mod edit;
pub mod form;
pub mod list;
mod metrics;
mod status;

pub use create::NewConnector;
pub use edit::EditConnector;
pub use list::ConnectorList;
