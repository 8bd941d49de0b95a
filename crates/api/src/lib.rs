//! DT's REST API v2 as types, and a client over any [`Transport`].
//!
//! The crate knows URLs and JSON; it knows no browser, no clock and no storage. Decoding is lenient: types, statuses,
//! event types and fields that this crate does not know are kept and written back as they came.

#[cfg(feature = "arbitrary")]
pub mod arbitrary;
pub mod base64;
pub mod base64url;
mod client;
mod connector;
mod credentials;
mod decode;
mod device;
mod error;
mod event_type;
mod ids;
mod metrics;
pub mod oauth;
mod page;
pub mod percent;
mod permissions;
mod project;
mod refusal;
mod secret;
mod transport;
mod update_mask;
mod url;

pub use client::Client;
pub use connector::{
    AwsSqs, AzureEventHub, AzureServiceBus, Config, Connector, ConnectorKind, Extra, GoogleCloudPubsub,
    HttpPush, Status,
};
pub use credentials::{Credentials, CredentialsError};
pub use decode::Malformed;
pub use device::Device;
pub use error::Error;
pub use event_type::EventType;
pub use ids::{ConnectorId, ConnectorName, ProjectId};
pub use metrics::Metrics;
pub use page::{AskedPages, Page};
pub use permissions::Permissions;
pub use project::Project;
pub use refusal::Refusal;
pub use secret::Secret;
pub use transport::{Method, Request, Response, Transport, TransportError};
