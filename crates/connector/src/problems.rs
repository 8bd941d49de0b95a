//! What a person must correct before a draft can be saved.
//!
//! Limits that DT does not document, such as the length of a name, are left to the server.

mod cloud_queue;
mod headers;
mod labels;
mod url;

use crate::draft::{ConfigDraft, Draft, SecretChange};

/// A control of the form. Rows and label keys are counted from 0, as the draft holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Display name.
    DisplayName,
    /// Data Connector enabled.
    Status,
    /// Endpoint URL.
    Url,
    /// The Azure tenant.
    TenantId,
    /// The Azure application.
    ClientId,
    /// The Azure Service Bus correlation ID.
    CorrelationId,
    /// The Google Cloud Pub/Sub topic.
    Topic,
    /// The Amazon SQS queue.
    QueueUrl,
    /// The AWS role.
    AwsRoleArn,
    /// The audience of the token that DT Cloud presents.
    Audience,
    /// The selection of event types.
    Events,
    /// One of the label keys.
    Labels(usize),
    /// The name in a row of custom headers.
    HeaderName(usize),
    /// The value in a row of custom headers.
    HeaderValue(usize),
    /// Signature secret.
    Secret,
}

/// Something to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What to do, in a full sentence.
    pub message: String,
}

impl Problem {
    fn new(field: Field, message: &str) -> Self {
        Self { field, message: message.to_owned() }
    }
}

/// What a deployment allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Whether an endpoint on this machine may be plain HTTP, as with an emulator. DT Cloud itself wants HTTPS always.
    pub allow_loopback_http: bool,
}

impl Draft {
    /// What a person must correct, in the form's order; empty when the draft can be saved.
    #[must_use]
    pub fn problems(&self, rules: &Rules) -> Vec<Problem> {
        let mut problems = Vec::new();
        match &self.config {
            ConfigDraft::HttpPush(draft) => {
                let message = url::endpoint_problem(&draft.url, *rules);
                problems.extend(message.map(|message| Problem::new(Field::Url, message)));
            }
            ConfigDraft::AzureServiceBus(draft) => cloud_queue::azure_service_bus(draft, &mut problems),
            ConfigDraft::AzureEventHub(draft) => cloud_queue::azure_event_hub(draft, &mut problems),
            ConfigDraft::GoogleCloudPubsub(draft) => cloud_queue::google_cloud_pubsub(draft, &mut problems),
            ConfigDraft::AwsSqs(draft) => cloud_queue::aws_sqs(draft, &mut problems),
            ConfigDraft::Unknown(_) => {}
        }
        if self.events().is_none() {
            let message = "Choose at least one event type, or turn Forward All Events on.";
            problems.push(Problem::new(Field::Events, message));
        }
        labels::check(&self.labels, &mut problems);
        if let ConfigDraft::HttpPush(draft) = &self.config {
            headers::check(&draft.headers, &mut problems);
            if draft.signature_secret == SecretChange::Replace(String::new()) {
                let message = "Enter a signature secret, generate one, or clear it to stop signing events.";
                problems.push(Problem::new(Field::Secret, message));
            }
        }
        problems
    }
}
