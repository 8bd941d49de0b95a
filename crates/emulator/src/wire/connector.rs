//! A Data Connector's JSON, as it is answered and as it is sent (`dt-api.md` §3.1). What is left out reads as empty.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod answer;
mod destination;
#[cfg(test)]
mod tests;
mod validation;

/// A Data Connector. Of the config objects it has the one that its type names.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Connector {
    pub name: String,
    pub display_name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub status: String,
    pub events: Vec<String>,
    pub labels: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub http_config: Option<HttpConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub azure_service_bus_config: Option<AzureServiceBusConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub azure_event_hub_config: Option<AzureEventHubConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pubsub_config: Option<PubsubConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aws_sqs_config: Option<AwsSqsConfig>,
}

/// `HTTP_PUSH`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct HttpConfig {
    pub url: String,
    pub signature_secret: String,
    pub headers: BTreeMap<String, String>,
}

/// `AZURE_SERVICE_BUS`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AzureServiceBusConfig {
    pub url: String,
    pub authentication_config: AuthenticationConfig,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broker_properties: Option<BrokerProperties>,
}

/// `AZURE_EVENT_HUB`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AzureEventHubConfig {
    pub url: String,
    pub authentication_config: AuthenticationConfig,
}

/// An Azure application.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AuthenticationConfig {
    pub tenant_id: String,
    pub client_id: String,
}

/// Properties of each Service Bus message.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct BrokerProperties {
    pub correlation_id: String,
}

/// `GOOGLE_CLOUD_PUBSUB`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PubsubConfig {
    pub topic: String,
    pub audience: String,
}

/// `AWS_SQS`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AwsSqsConfig {
    pub queue_url: String,
    pub aws_role_arn: String,
    pub audience: String,
}
