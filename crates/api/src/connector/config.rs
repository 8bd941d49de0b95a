//! The configuration of a Data Connector, which depends on its type.

use serde_json::Value;

use super::{AwsSqs, AzureEventHub, AzureServiceBus, ConnectorKind, GoogleCloudPubsub, HttpPush};
use crate::decode::{self, Fields, Malformed};

/// Where a Data Connector forwards to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Config {
    /// `httpConfig`
    HttpPush(HttpPush),
    /// `azureServiceBusConfig`
    AzureServiceBus(AzureServiceBus),
    /// `azureEventHubConfig`
    AzureEventHub(AzureEventHub),
    /// `pubsubConfig`
    GoogleCloudPubsub(GoogleCloudPubsub),
    /// `awsSqsConfig`
    AwsSqs(AwsSqs),
    /// A connector of this type whose configuration this crate cannot read; it stays among the connector's
    /// [`extra`](super::Connector::extra) fields.
    Unknown(String),
}

impl Config {
    /// The type of the connector.
    #[must_use]
    pub fn kind(&self) -> ConnectorKind {
        match self {
            Self::HttpPush(_) => ConnectorKind::HttpPush,
            Self::AzureServiceBus(_) => ConnectorKind::AzureServiceBus,
            Self::AzureEventHub(_) => ConnectorKind::AzureEventHub,
            Self::GoogleCloudPubsub(_) => ConnectorKind::GoogleCloudPubsub,
            Self::AwsSqs(_) => ConnectorKind::AwsSqs,
            Self::Unknown(kind) => ConnectorKind::from(kind.as_str()),
        }
    }

    /// The connector's field that holds the configuration.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::HttpPush(_) => Some("httpConfig"),
            Self::AzureServiceBus(_) => Some("azureServiceBusConfig"),
            Self::AzureEventHub(_) => Some("azureEventHubConfig"),
            Self::GoogleCloudPubsub(_) => Some("pubsubConfig"),
            Self::AwsSqs(_) => Some("awsSqsConfig"),
            Self::Unknown(_) => None,
        }
    }

    /// The connector's field that holds the configuration, and its content.
    #[must_use]
    pub fn to_json(&self) -> Option<(&'static str, Value)> {
        let content = match self {
            Self::HttpPush(config) => config.to_json(),
            Self::AzureServiceBus(config) => config.to_json(),
            Self::AzureEventHub(config) => config.to_json(),
            Self::GoogleCloudPubsub(config) => config.to_json(),
            Self::AwsSqs(config) => config.to_json(),
            Self::Unknown(_) => return None,
        };
        Some((self.field()?, content))
    }

    /// Reads the configuration from the connector's fields.
    pub(super) fn from_fields(connector: &Fields) -> Result<Self, Malformed> {
        let kind = decode::text(connector, "type")?;
        let of = |field: &str| decode::child(connector, field).ok().flatten();
        let config = match ConnectorKind::from(kind.as_str()) {
            ConnectorKind::HttpPush => of("httpConfig").and_then(HttpPush::from_fields).map(Self::HttpPush),
            ConnectorKind::AzureServiceBus => {
                of("azureServiceBusConfig").and_then(AzureServiceBus::from_fields).map(Self::AzureServiceBus)
            }
            ConnectorKind::AzureEventHub => {
                of("azureEventHubConfig").and_then(AzureEventHub::from_fields).map(Self::AzureEventHub)
            }
            ConnectorKind::GoogleCloudPubsub => {
                of("pubsubConfig").and_then(GoogleCloudPubsub::from_fields).map(Self::GoogleCloudPubsub)
            }
            ConnectorKind::AwsSqs => of("awsSqsConfig").and_then(AwsSqs::from_fields).map(Self::AwsSqs),
            ConnectorKind::Unknown(_) => None,
        };
        Ok(config.unwrap_or(Self::Unknown(kind)))
    }
}
