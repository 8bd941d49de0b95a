//! The types of Data Connectors.

/// A type of Data Connector; `type` in the API, where it never changes once the connector is created.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConnectorKind {
    /// Posts events to an HTTPS endpoint.
    HttpPush,
    /// Sends events to an Azure Service Bus topic.
    AzureServiceBus,
    /// Sends events to an Azure Event Hub.
    AzureEventHub,
    /// Publishes events to a Google Cloud Pub/Sub topic.
    GoogleCloudPubsub,
    /// Sends events to an Amazon SQS queue.
    AwsSqs,
    /// A type that DT added later.
    Unknown(String),
}

impl ConnectorKind {
    /// Every type that this crate knows.
    pub const KNOWN: [Self; 5] =
        [Self::HttpPush, Self::AzureServiceBus, Self::AzureEventHub, Self::GoogleCloudPubsub, Self::AwsSqs];

    /// The type's name in the API.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::HttpPush => "HTTP_PUSH",
            Self::AzureServiceBus => "AZURE_SERVICE_BUS",
            Self::AzureEventHub => "AZURE_EVENT_HUB",
            Self::GoogleCloudPubsub => "GOOGLE_CLOUD_PUBSUB",
            Self::AwsSqs => "AWS_SQS",
            Self::Unknown(name) => name,
        }
    }
}

impl From<&str> for ConnectorKind {
    fn from(name: &str) -> Self {
        let known = Self::KNOWN.into_iter().find(|known| known.as_str() == name);
        known.unwrap_or_else(|| Self::Unknown(name.to_owned()))
    }
}
