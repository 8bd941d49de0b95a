//! The part of a form that depends on the connector's type.

use std::fmt;

use dt_api::{AwsSqs, AzureEventHub, AzureServiceBus, Config, Connector, ConnectorKind, GoogleCloudPubsub};
use serde_json::{Value, json};

use super::HttpPushDraft;

/// What a form shows of a connector's configuration. The cloud queues' forms mirror their configuration field by field.
#[derive(Clone, PartialEq)]
pub enum ConfigDraft {
    /// Pushing to an HTTPS endpoint.
    HttpPush(HttpPushDraft),
    /// An Azure Service Bus topic.
    AzureServiceBus(AzureServiceBus),
    /// An Azure Event Hub.
    AzureEventHub(AzureEventHub),
    /// A Google Cloud Pub/Sub topic.
    GoogleCloudPubsub(GoogleCloudPubsub),
    /// An Amazon SQS queue.
    AwsSqs(AwsSqs),
    /// The whole connector as the API gave it, to be shown and never edited.
    Unknown(Value),
}

impl ConfigDraft {
    pub(crate) fn new(kind: &ConnectorKind) -> Self {
        match kind {
            ConnectorKind::HttpPush => Self::HttpPush(HttpPushDraft::default()),
            ConnectorKind::AzureServiceBus => Self::AzureServiceBus(AzureServiceBus::default()),
            ConnectorKind::AzureEventHub => Self::AzureEventHub(AzureEventHub::default()),
            ConnectorKind::GoogleCloudPubsub => Self::GoogleCloudPubsub(GoogleCloudPubsub::default()),
            ConnectorKind::AwsSqs => Self::AwsSqs(AwsSqs::default()),
            ConnectorKind::Unknown(kind) => Self::Unknown(json!({ "type": kind })),
        }
    }

    /// The type of the connector.
    #[must_use]
    pub fn kind(&self) -> ConnectorKind {
        match self {
            Self::HttpPush(_) => ConnectorKind::HttpPush,
            Self::AzureServiceBus(_) => ConnectorKind::AzureServiceBus,
            Self::AzureEventHub(_) => ConnectorKind::AzureEventHub,
            Self::GoogleCloudPubsub(_) => ConnectorKind::GoogleCloudPubsub,
            Self::AwsSqs(_) => ConnectorKind::AwsSqs,
            Self::Unknown(connector) => {
                ConnectorKind::from(connector.get("type").and_then(Value::as_str).unwrap_or_default())
            }
        }
    }

    /// The configuration that the form describes. What the form does not show comes from `original`, the configuration
    /// being edited, which has the same type.
    pub(crate) fn to_config(&self, original: Option<&Config>) -> Config {
        match (self, original) {
            (Self::HttpPush(draft), Some(Config::HttpPush(original))) => {
                Config::HttpPush(draft.to_config(original))
            }
            (Self::HttpPush(draft), _) => Config::HttpPush(draft.to_config(&dt_api::HttpPush::default())),
            (Self::AzureServiceBus(draft), _) => Config::AzureServiceBus(draft.clone()),
            (Self::AzureEventHub(draft), _) => Config::AzureEventHub(draft.clone()),
            (Self::GoogleCloudPubsub(draft), _) => Config::GoogleCloudPubsub(draft.clone()),
            (Self::AwsSqs(draft), _) => Config::AwsSqs(draft.clone()),
            (Self::Unknown(_), _) => Config::Unknown(self.kind().as_str().to_owned()),
        }
    }
}

impl From<&Connector> for ConfigDraft {
    fn from(connector: &Connector) -> Self {
        match &connector.config {
            Config::HttpPush(config) => Self::HttpPush(HttpPushDraft::from(config)),
            Config::AzureServiceBus(config) => Self::AzureServiceBus(config.clone()),
            Config::AzureEventHub(config) => Self::AzureEventHub(config.clone()),
            Config::GoogleCloudPubsub(config) => Self::GoogleCloudPubsub(config.clone()),
            Config::AwsSqs(config) => Self::AwsSqs(config.clone()),
            Config::Unknown(_) => Self::Unknown(connector.to_json()),
        }
    }
}

/// Nobody knows what of an unknown connector is secret, so only its type is printed.
impl fmt::Debug for ConfigDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HttpPush(draft) => draft.fmt(f),
            Self::AzureServiceBus(draft) => draft.fmt(f),
            Self::AzureEventHub(draft) => draft.fmt(f),
            Self::GoogleCloudPubsub(draft) => draft.fmt(f),
            Self::AwsSqs(draft) => draft.fmt(f),
            Self::Unknown(_) => f.debug_tuple("Unknown").field(&self.kind()).finish(),
        }
    }
}
