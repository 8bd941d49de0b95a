//! What a person sees of a connector, whether in its form or read back from the server.

use std::collections::{BTreeMap, BTreeSet};

use connector::{ConfigDraft, Draft, SecretChange};
use dt_api::{Config, Connector, EventType, HttpPush, Status};

#[derive(Debug, PartialEq)]
pub struct Shown {
    display_name: String,
    enabled: bool,
    /// `None` when all are forwarded.
    events: Option<BTreeSet<EventType>>,
    labels: Vec<String>,
    /// The text fields of the type, in the order of the form.
    texts: Vec<String>,
    headers: BTreeMap<String, String>,
    secret: String,
}

impl Shown {
    pub fn by_connector(connector: &Connector) -> Self {
        let texts = match &connector.config {
            Config::HttpPush(config) => vec![&config.url],
            Config::AzureServiceBus(config) => {
                vec![&config.url, &config.tenant_id, &config.client_id, &config.correlation_id]
            }
            Config::AzureEventHub(config) => vec![&config.url, &config.tenant_id, &config.client_id],
            Config::GoogleCloudPubsub(config) => vec![&config.topic, &config.audience],
            Config::AwsSqs(config) => vec![&config.queue_url, &config.aws_role_arn, &config.audience],
            Config::Unknown(_) => Vec::new(),
        };
        let http_push = http_push(connector);
        Self {
            display_name: connector.display_name.clone(),
            enabled: connector.status == Status::Active,
            events: (!connector.events.is_empty()).then(|| connector.events.iter().cloned().collect()),
            labels: in_order(&connector.labels),
            texts: texts.into_iter().cloned().collect(),
            headers: without_blank(http_push.headers),
            secret: http_push.signature_secret,
        }
    }

    /// What the form promises when it edits `original`.
    pub fn by_draft(draft: &Draft, original: &Connector) -> Self {
        let mut headers = BTreeMap::new();
        let mut secret = String::new();
        let texts = match &draft.config {
            ConfigDraft::HttpPush(config) => {
                let rows = config.headers.iter().map(|row| (row.name.clone(), row.value.clone()));
                headers = without_blank(
                    rows.filter(|(name, value)| !(name.is_empty() && value.is_empty())).collect(),
                );
                secret = match &config.signature_secret {
                    SecretChange::Keep => http_push(original).signature_secret,
                    SecretChange::Replace(new) => new.clone(),
                    SecretChange::Clear => String::new(),
                };
                vec![&config.url]
            }
            ConfigDraft::AzureServiceBus(config) => {
                vec![&config.url, &config.tenant_id, &config.client_id, &config.correlation_id]
            }
            ConfigDraft::AzureEventHub(config) => vec![&config.url, &config.tenant_id, &config.client_id],
            ConfigDraft::GoogleCloudPubsub(config) => vec![&config.topic, &config.audience],
            ConfigDraft::AwsSqs(config) => vec![&config.queue_url, &config.aws_role_arn, &config.audience],
            ConfigDraft::Unknown(_) => Vec::new(),
        };
        Self {
            display_name: draft.display_name.clone(),
            enabled: draft.enabled,
            events: (!draft.forward_all).then(|| draft.selected_events.clone()),
            labels: in_order(&draft.labels),
            texts: texts.into_iter().cloned().collect(),
            headers,
            secret,
        }
    }
}

fn http_push(connector: &Connector) -> HttpPush {
    match &connector.config {
        Config::HttpPush(config) => config.clone(),
        _ => HttpPush::default(),
    }
}

/// A stored header with neither name nor value is not shown.
fn without_blank(mut headers: BTreeMap<String, String>) -> BTreeMap<String, String> {
    if headers.get("").is_some_and(String::is_empty) {
        headers.remove("");
    }
    headers
}

fn in_order(labels: &[String]) -> Vec<String> {
    let mut labels = labels.to_vec();
    labels.sort();
    labels
}
