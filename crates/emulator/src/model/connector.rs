//! Data Connectors (`dt-api.md` §3.1).

use std::{collections::BTreeMap, time::Duration};

/// A Data Connector.
#[derive(Clone, Debug)]
pub struct Connector {
    /// The id: what follows `dataconnectors/` in its resource name.
    pub id: String,
    /// What people and clients configure.
    pub configuration: Configuration,
    /// What its pushes have done lately.
    pub metrics: Metrics,
}

/// What people and clients configure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    /// The name for people; may be empty.
    pub display_name: String,
    /// Whether it forwards events, and who stopped it if not.
    pub status: Status,
    /// The event types it forwards; empty means all.
    pub events: Vec<String>,
    /// The keys of the device labels it includes.
    pub labels: Vec<String>,
    /// Where it forwards to.
    pub destination: Destination,
}

/// Whether a connector forwards events, and who stopped it if not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It forwards events.
    Active,
    /// A person or client disabled it.
    UserDisabled,
    /// DT Cloud disabled it after days without a success.
    SystemDisabled,
}

/// Where a connector forwards to, by its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A web server.
    HttpPush(HttpPush),
    /// An Azure Service Bus topic or queue.
    AzureServiceBus(AzureServiceBus),
    /// An Azure Event Hub.
    AzureEventHub(AzureEventHub),
    /// A Google Cloud Pub/Sub topic.
    GoogleCloudPubsub(GoogleCloudPubsub),
    /// An Amazon SQS queue.
    AwsSqs(AwsSqs),
}

/// A web server that events are pushed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpPush {
    /// The endpoint, HTTPS.
    pub url: String,
    /// Signs each push; empty when unset.
    pub signature_secret: String,
    /// Sent with each push.
    pub headers: BTreeMap<String, String>,
}

/// An Azure Service Bus topic or queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AzureServiceBus {
    /// `sb://<namespace>.servicebus.windows.net/<topic>`.
    pub url: String,
    /// Who may write to it.
    pub credentials: AzureCredentials,
    /// The correlation id of each message; empty when unset.
    pub correlation_id: String,
}

/// An Azure Event Hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AzureEventHub {
    /// `sb://<namespace>.servicebus.windows.net/<event hub>`.
    pub url: String,
    /// Who may write to it.
    pub credentials: AzureCredentials,
}

/// An Azure application with a federated credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AzureCredentials {
    /// The Azure tenant.
    pub tenant_id: String,
    /// The application in it.
    pub client_id: String,
}

/// A Google Cloud Pub/Sub topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoogleCloudPubsub {
    /// `projects/<project>/topics/<topic>`.
    pub topic: String,
    /// The workload identity provider.
    pub audience: String,
}

/// An Amazon SQS queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsSqs {
    /// The queue.
    pub queue_url: String,
    /// The role that may write to it.
    pub aws_role_arn: String,
    /// The audience of the token that takes the role.
    pub audience: String,
}

/// What a connector's pushes have done lately.
#[derive(Clone, Copy, Debug, Default)]
pub struct Metrics {
    /// Pushes answered with 2xx.
    pub successes: u64,
    /// All others.
    pub errors: u64,
    /// The 99th percentile of the answers' latency.
    pub latency_99p: Duration,
}
