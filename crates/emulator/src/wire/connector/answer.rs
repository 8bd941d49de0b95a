//! How a stored Data Connector is answered.

use super::{
    AuthenticationConfig, AwsSqsConfig, AzureEventHubConfig, AzureServiceBusConfig, BrokerProperties,
    Connector, HttpConfig, PubsubConfig,
};
use crate::model::connector::{self as model, AzureCredentials, Destination, Status};

impl Connector {
    /// The JSON of a connector of this project.
    pub fn new(connector: &model::Connector, project: &str) -> Self {
        let configuration = &connector.configuration;
        let answer = Self {
            name: format!("projects/{project}/dataconnectors/{}", connector.id),
            display_name: configuration.display_name.clone(),
            kind: kind(&configuration.destination).to_owned(),
            status: status(configuration.status).to_owned(),
            events: configuration.events.clone(),
            labels: configuration.labels.clone(),
            ..Self::default()
        };
        answer.with_config(configuration.destination.clone())
    }

    fn with_config(mut self, destination: Destination) -> Self {
        match destination {
            Destination::HttpPush(push) => self.http_config = Some(push.into()),
            Destination::AzureServiceBus(bus) => self.azure_service_bus_config = Some(bus.into()),
            Destination::AzureEventHub(hub) => self.azure_event_hub_config = Some(hub.into()),
            Destination::GoogleCloudPubsub(pubsub) => self.pubsub_config = Some(pubsub.into()),
            Destination::AwsSqs(sqs) => self.aws_sqs_config = Some(sqs.into()),
        }
        self
    }
}

fn kind(destination: &Destination) -> &'static str {
    match destination {
        Destination::HttpPush(_) => "HTTP_PUSH",
        Destination::AzureServiceBus(_) => "AZURE_SERVICE_BUS",
        Destination::AzureEventHub(_) => "AZURE_EVENT_HUB",
        Destination::GoogleCloudPubsub(_) => "GOOGLE_CLOUD_PUBSUB",
        Destination::AwsSqs(_) => "AWS_SQS",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "ACTIVE",
        Status::UserDisabled => "USER_DISABLED",
        Status::SystemDisabled => "SYSTEM_DISABLED",
    }
}

impl From<model::HttpPush> for HttpConfig {
    fn from(push: model::HttpPush) -> Self {
        let model::HttpPush { url, signature_secret, headers } = push;
        Self { url, signature_secret, headers }
    }
}

impl From<model::AzureServiceBus> for AzureServiceBusConfig {
    fn from(bus: model::AzureServiceBus) -> Self {
        let correlation_id = Some(bus.correlation_id).filter(|id| !id.is_empty());
        Self {
            url: bus.url,
            authentication_config: bus.credentials.into(),
            broker_properties: correlation_id.map(|correlation_id| BrokerProperties { correlation_id }),
        }
    }
}

impl From<model::AzureEventHub> for AzureEventHubConfig {
    fn from(hub: model::AzureEventHub) -> Self {
        Self { url: hub.url, authentication_config: hub.credentials.into() }
    }
}

impl From<AzureCredentials> for AuthenticationConfig {
    fn from(credentials: AzureCredentials) -> Self {
        let AzureCredentials { tenant_id, client_id } = credentials;
        Self { tenant_id, client_id }
    }
}

impl From<model::GoogleCloudPubsub> for PubsubConfig {
    fn from(pubsub: model::GoogleCloudPubsub) -> Self {
        let model::GoogleCloudPubsub { topic, audience } = pubsub;
        Self { topic, audience }
    }
}

impl From<model::AwsSqs> for AwsSqsConfig {
    fn from(sqs: model::AwsSqs) -> Self {
        let model::AwsSqs { queue_url, aws_role_arn, audience } = sqs;
        Self { queue_url, aws_role_arn, audience }
    }
}
