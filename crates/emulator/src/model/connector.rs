//! Data Connectors (`dt-api.md` §3.1).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{event::Event, outcomes::Outcomes, queue::Queue};

/// A Data Connector.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Connector {
    /// The id: what follows `dataconnectors/` in its resource name.
    pub id: String,
    /// What people and clients configure.
    pub configuration: Configuration,
    /// What has become of its pushes.
    pub outcomes: Outcomes,
    /// What it has still to push.
    #[serde(skip)]
    pub queue: Queue,
}

impl Connector {
    /// A connector that has nothing to push yet.
    pub fn new(id: String, configuration: Configuration, outcomes: Outcomes) -> Self {
        Self { id, configuration, outcomes, queue: Queue::default() }
    }

    /// Takes on another configuration. What is disabled drops its queue, and what is enabled again starts clean
    /// (`dt-api.md` §4).
    pub fn configure(&mut self, configuration: Configuration) {
        if configuration.status != Status::Active {
            self.queue.clear();
        } else if self.configuration.status != Status::Active {
            self.outcomes.forgive();
        }
        self.configuration = configuration;
    }

    /// Gives the connector up: DT Cloud disables it.
    pub fn give_up(&mut self) {
        self.configuration.status = Status::SystemDisabled;
        self.queue.clear();
    }

    /// Whether it pushes anything now.
    pub fn is_pushing(&self) -> bool {
        let destination = &self.configuration.destination;
        self.configuration.status == Status::Active && matches!(destination, Destination::HttpPush(_))
    }

    /// Whether its filter lets an event through; an empty one lets all (`dt-api.md` §3.1).
    pub fn selects(&self, event: &Event) -> bool {
        let wanted = &self.configuration.events;
        wanted.is_empty() || wanted.iter().any(|wanted| wanted == event.data.event_type())
    }
}

/// What people and clients configure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It forwards events.
    Active,
    /// A person or client disabled it.
    UserDisabled,
    /// DT Cloud disabled it after days without a success.
    SystemDisabled,
}

/// Where a connector forwards to, by its type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HttpPush {
    /// The endpoint, HTTPS.
    pub url: String,
    /// Signs each push; empty when unset.
    pub signature_secret: String,
    /// Sent with each push.
    pub headers: BTreeMap<String, String>,
}

/// An Azure Service Bus topic or queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AzureServiceBus {
    /// `sb://<namespace>.servicebus.windows.net/<topic>`.
    pub url: String,
    /// Who may write to it.
    pub credentials: AzureCredentials,
    /// The correlation id of each message; empty when unset.
    pub correlation_id: String,
}

/// An Azure Event Hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AzureEventHub {
    /// `sb://<namespace>.servicebus.windows.net/<event hub>`.
    pub url: String,
    /// Who may write to it.
    pub credentials: AzureCredentials,
}

/// An Azure application with a federated credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AzureCredentials {
    /// The Azure tenant.
    pub tenant_id: String,
    /// The application in it.
    pub client_id: String,
}

/// A Google Cloud Pub/Sub topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoogleCloudPubsub {
    /// `projects/<project>/topics/<topic>`.
    pub topic: String,
    /// The workload identity provider.
    pub audience: String,
}

/// An Amazon SQS queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwsSqs {
    /// The queue.
    pub queue_url: String,
    /// The role that may write to it.
    pub aws_role_arn: String,
    /// The audience of the token that takes the role.
    pub audience: String,
}
