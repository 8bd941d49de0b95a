//! What a draft would change.

use dt_api::{Config, Connector, EventType, HttpPush, Status};

use crate::draft::{ConfigDraft, Draft, HttpPushDraft};

/// A field that a draft would change, in the order in which the form shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The switch “Data Connector enabled”.
    Status,
    /// The display name.
    DisplayName,
    /// The endpoint.
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
    /// The event types to forward.
    Events,
    /// The label keys to include.
    Labels,
    /// The custom headers.
    Headers,
    /// The signature secret.
    SignatureSecret,
}

impl Change {
    /// Every field, in the form's order.
    pub(crate) const ALL: [Self; 14] = [
        Self::Status,
        Self::DisplayName,
        Self::Url,
        Self::TenantId,
        Self::ClientId,
        Self::CorrelationId,
        Self::Topic,
        Self::QueueUrl,
        Self::AwsRoleArn,
        Self::Audience,
        Self::Events,
        Self::Labels,
        Self::Headers,
        Self::SignatureSecret,
    ];

    /// What the form calls the field.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Status => "Data Connector enabled",
            Self::DisplayName => "Display name",
            Self::Url => "Endpoint URL",
            Self::TenantId => "Tenant ID",
            Self::ClientId => "Client ID",
            Self::CorrelationId => "Correlation ID",
            Self::Topic => "Topic",
            Self::QueueUrl => "Queue URL",
            Self::AwsRoleArn => "AWS role ARN",
            Self::Audience => "Audience",
            Self::Events => "Events to forward",
            Self::Labels => "Labels",
            Self::Headers => "Custom headers",
            Self::SignatureSecret => "Signature secret",
        }
    }

    /// Whether the field is part of the connector's configuration object.
    pub(crate) fn is_in_config(self) -> bool {
        !matches!(self, Self::Status | Self::DisplayName | Self::Events | Self::Labels)
    }
}

impl Draft {
    /// What the draft would change in `original`, in the form's order; empty when nothing differs. Turning Forward All
    /// Events off is a change even while nothing is selected.
    #[must_use]
    pub fn changes(&self, original: &Connector) -> Vec<Change> {
        let mut changed = config_changes(&self.config, &original.config);
        let others = [
            (Change::Status, self.enabled != (original.status == Status::Active)),
            (Change::DisplayName, self.display_name != original.display_name),
            (Change::Events, self.events().is_none_or(|events| !are_same_types(&events, &original.events))),
            (Change::Labels, !are_same_keys(&self.labels, &original.labels)),
        ];
        changed.extend(others.into_iter().filter(|(_, differs)| *differs).map(|(change, _)| change));
        Change::ALL.into_iter().filter(|change| changed.contains(change)).collect()
    }
}

/// Neither order nor repetition means anything.
fn are_same_types(draft: &[EventType], original: &[EventType]) -> bool {
    draft.iter().all(|event| original.contains(event)) && original.iter().all(|event| draft.contains(event))
}

/// Order means nothing, since the keys become those of an object. Repetition is a difference: a person may want rid of it.
pub(crate) fn are_same_keys(draft: &[String], original: &[String]) -> bool {
    fn in_order(keys: &[String]) -> Vec<&String> {
        let mut keys: Vec<&String> = keys.iter().collect();
        keys.sort_unstable();
        keys
    }
    // Asked on every key press in a form, where mostly nothing differs.
    draft == original || (draft.len() == original.len() && in_order(draft) == in_order(original))
}

/// A connector's type never changes, so a draft of another type changes nothing.
fn config_changes(draft: &ConfigDraft, original: &Config) -> Vec<Change> {
    match (draft, original) {
        (ConfigDraft::HttpPush(draft), Config::HttpPush(original)) => http_push_changes(draft, original),
        (ConfigDraft::AzureServiceBus(draft), Config::AzureServiceBus(original)) => differing(&[
            (Change::Url, &draft.url, &original.url),
            (Change::TenantId, &draft.tenant_id, &original.tenant_id),
            (Change::ClientId, &draft.client_id, &original.client_id),
            (Change::CorrelationId, &draft.correlation_id, &original.correlation_id),
        ]),
        (ConfigDraft::AzureEventHub(draft), Config::AzureEventHub(original)) => differing(&[
            (Change::Url, &draft.url, &original.url),
            (Change::TenantId, &draft.tenant_id, &original.tenant_id),
            (Change::ClientId, &draft.client_id, &original.client_id),
        ]),
        (ConfigDraft::GoogleCloudPubsub(draft), Config::GoogleCloudPubsub(original)) => differing(&[
            (Change::Topic, &draft.topic, &original.topic),
            (Change::Audience, &draft.audience, &original.audience),
        ]),
        (ConfigDraft::AwsSqs(draft), Config::AwsSqs(original)) => differing(&[
            (Change::QueueUrl, &draft.queue_url, &original.queue_url),
            (Change::AwsRoleArn, &draft.aws_role_arn, &original.aws_role_arn),
            (Change::Audience, &draft.audience, &original.audience),
        ]),
        _ => Vec::new(),
    }
}

fn differing(fields: &[(Change, &str, &str)]) -> Vec<Change> {
    fields.iter().filter(|(_, draft, original)| draft != original).map(|(change, ..)| *change).collect()
}

fn http_push_changes(draft: &HttpPushDraft, original: &HttpPush) -> Vec<Change> {
    let secret = draft.signature_secret.applied_to(&original.signature_secret);
    let mut changes = differing(&[
        (Change::Url, &draft.url, &original.url),
        (Change::SignatureSecret, secret, &original.signature_secret),
    ]);
    if draft.headers() != HttpPushDraft::from(original).headers() {
        changes.push(Change::Headers);
    }
    changes
}
