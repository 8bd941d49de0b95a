//! The fields of a form that hold one text.

use super::{ConfigDraft, Draft};
use crate::change::Change;

impl Draft {
    /// The text of a field; `None` for what is no text, and for a field that the connector's type does not have.
    #[must_use]
    pub fn text(&self, field: Change) -> Option<&str> {
        let text = match (field, &self.config) {
            (Change::DisplayName, _) => &self.display_name,
            (Change::Url, ConfigDraft::HttpPush(push)) => &push.url,
            (Change::Url, ConfigDraft::AzureServiceBus(bus)) => &bus.url,
            (Change::TenantId, ConfigDraft::AzureServiceBus(bus)) => &bus.tenant_id,
            (Change::ClientId, ConfigDraft::AzureServiceBus(bus)) => &bus.client_id,
            (Change::CorrelationId, ConfigDraft::AzureServiceBus(bus)) => &bus.correlation_id,
            (Change::Url, ConfigDraft::AzureEventHub(hub)) => &hub.url,
            (Change::TenantId, ConfigDraft::AzureEventHub(hub)) => &hub.tenant_id,
            (Change::ClientId, ConfigDraft::AzureEventHub(hub)) => &hub.client_id,
            (Change::Topic, ConfigDraft::GoogleCloudPubsub(pubsub)) => &pubsub.topic,
            (Change::Audience, ConfigDraft::GoogleCloudPubsub(pubsub)) => &pubsub.audience,
            (Change::QueueUrl, ConfigDraft::AwsSqs(sqs)) => &sqs.queue_url,
            (Change::AwsRoleArn, ConfigDraft::AwsSqs(sqs)) => &sqs.aws_role_arn,
            (Change::Audience, ConfigDraft::AwsSqs(sqs)) => &sqs.audience,
            _ => return None,
        };
        Some(text)
    }

    /// The same text, to change it.
    pub(crate) fn text_mut(&mut self, field: Change) -> Option<&mut String> {
        let text = match (field, &mut self.config) {
            (Change::DisplayName, _) => &mut self.display_name,
            (Change::Url, ConfigDraft::HttpPush(push)) => &mut push.url,
            (Change::Url, ConfigDraft::AzureServiceBus(bus)) => &mut bus.url,
            (Change::TenantId, ConfigDraft::AzureServiceBus(bus)) => &mut bus.tenant_id,
            (Change::ClientId, ConfigDraft::AzureServiceBus(bus)) => &mut bus.client_id,
            (Change::CorrelationId, ConfigDraft::AzureServiceBus(bus)) => &mut bus.correlation_id,
            (Change::Url, ConfigDraft::AzureEventHub(hub)) => &mut hub.url,
            (Change::TenantId, ConfigDraft::AzureEventHub(hub)) => &mut hub.tenant_id,
            (Change::ClientId, ConfigDraft::AzureEventHub(hub)) => &mut hub.client_id,
            (Change::Topic, ConfigDraft::GoogleCloudPubsub(pubsub)) => &mut pubsub.topic,
            (Change::Audience, ConfigDraft::GoogleCloudPubsub(pubsub)) => &mut pubsub.audience,
            (Change::QueueUrl, ConfigDraft::AwsSqs(sqs)) => &mut sqs.queue_url,
            (Change::AwsRoleArn, ConfigDraft::AwsSqs(sqs)) => &mut sqs.aws_role_arn,
            (Change::Audience, ConfigDraft::AwsSqs(sqs)) => &mut sqs.audience,
            _ => return None,
        };
        Some(text)
    }
}
