//! What code gives, put into a draft.

use std::collections::BTreeSet;

use dt_api::EventType;

use super::Imported;
use super::fields::Given;
use crate::change::Change;
use crate::draft::{ConfigDraft, Draft, HeaderRow, HttpPushDraft, SecretChange};
use crate::userinfo;

impl Imported {
    /// Sets what the code sets and leaves everything else, also what depends on variables. A configuration of another type
    /// than the draft's is not applied, because the type of a Data Connector never changes.
    pub fn apply(&self, draft: &mut Draft) {
        let is_same_kind = self.kind.as_ref() == Some(&draft.config.kind());
        for (change, given) in &self.given {
            match (change, given) {
                (Change::DisplayName, Given::Text(name)) => draft.display_name.clone_from(name),
                (Change::Status, Given::Flag(enabled)) => draft.enabled = *enabled,
                (Change::Labels, Given::List(labels)) => draft.labels.clone_from(labels),
                (Change::Events, Given::List(events)) => set_events(draft, events),
                _ if is_same_kind => set_member(&mut draft.config, *change, given),
                _ => {}
            }
        }
    }
}

/// Whether the form of a configuration has this text.
pub(super) fn has(config: &mut ConfigDraft, change: Change) -> bool {
    change == Change::SignatureSecret && matches!(config, ConfigDraft::HttpPush(_))
        || text(config, change).is_some()
}

/// No event types mean all; what was selected stays for when Forward All Events is turned off.
fn set_events(draft: &mut Draft, events: &[String]) {
    draft.forward_all = events.is_empty();
    if !draft.forward_all {
        let mut selected = BTreeSet::new();
        selected.extend(events.iter().map(|event| EventType::from(event.as_str())));
        draft.selected_events = selected;
    }
}

fn set_member(config: &mut ConfigDraft, change: Change, given: &Given) {
    match (&mut *config, change, given) {
        (ConfigDraft::HttpPush(config), Change::SignatureSecret, Given::Text(secret)) => {
            config.signature_secret = match secret.as_str() {
                "" => SecretChange::Clear,
                secret => SecretChange::Replace(secret.to_owned()),
            };
        }
        (ConfigDraft::HttpPush(config), Change::Headers, Given::Headers(headers)) => {
            set_headers(config, headers);
        }
        (_, _, Given::Text(new)) => {
            if let Some(text) = text(config, change) {
                text.clone_from(new);
            }
        }
        (_, _, Given::AroundUserinfo(before, after)) => {
            if let Some(url) = text(config, change) {
                *url = match userinfo::split(url) {
                    Some((_, userinfo, _)) => [before, userinfo, after].concat(),
                    None => [before, after.strip_prefix('@').unwrap_or(after)].concat(),
                };
            }
        }
        _ => {}
    }
}

/// A value that the code does not say is the one that the header has.
fn set_headers(config: &mut HttpPushDraft, headers: &[(String, Option<String>)]) {
    let known =
        |name: &String| config.headers.iter().rfind(|row| row.name == *name).map(|row| row.value.clone());
    let row = |(name, value): &(String, Option<String>)| HeaderRow {
        name: name.clone(),
        value: value.clone().or_else(|| known(name)).unwrap_or_default(),
    };
    config.headers = headers.iter().map(row).collect();
}

fn text(config: &mut ConfigDraft, change: Change) -> Option<&mut String> {
    Some(match (config, change) {
        (ConfigDraft::HttpPush(config), Change::Url) => &mut config.url,
        (ConfigDraft::AzureServiceBus(config), Change::Url) => &mut config.url,
        (ConfigDraft::AzureServiceBus(config), Change::TenantId) => &mut config.tenant_id,
        (ConfigDraft::AzureServiceBus(config), Change::ClientId) => &mut config.client_id,
        (ConfigDraft::AzureServiceBus(config), Change::CorrelationId) => &mut config.correlation_id,
        (ConfigDraft::AzureEventHub(config), Change::Url) => &mut config.url,
        (ConfigDraft::AzureEventHub(config), Change::TenantId) => &mut config.tenant_id,
        (ConfigDraft::AzureEventHub(config), Change::ClientId) => &mut config.client_id,
        (ConfigDraft::GoogleCloudPubsub(config), Change::Topic) => &mut config.topic,
        (ConfigDraft::GoogleCloudPubsub(config), Change::Audience) => &mut config.audience,
        (ConfigDraft::AwsSqs(config), Change::QueueUrl) => &mut config.queue_url,
        (ConfigDraft::AwsSqs(config), Change::AwsRoleArn) => &mut config.aws_role_arn,
        (ConfigDraft::AwsSqs(config), Change::Audience) => &mut config.audience,
        _ => return None,
    })
}
