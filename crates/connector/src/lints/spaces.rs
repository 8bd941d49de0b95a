//! Spaces around texts that are taken to the letter. Around a URL or a label key they are a problem already.

use super::findings::Findings;
use super::{Fix, Lint};
use crate::draft::{ConfigDraft, Draft};
use crate::problems::Field;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    match &draft.config {
        ConfigDraft::HttpPush(push) => {
            for (row, header) in push.headers.iter().enumerate().filter(|(_, row)| has_spaces(&row.value)) {
                let reason = if header.value.trim().is_empty() {
                    "HTTP does not count spaces around a value as part of it, so the value is empty."
                } else {
                    "HTTP does not count spaces around a value as part of it, so the receiver gets it without them."
                };
                let field = Field::HeaderValue(row);
                let lint = Lint::notice(field, "Spaces around the value", reason);
                findings.add(lint.with_fix(Fix::Trim(field)));
            }
        }
        ConfigDraft::AzureServiceBus(queue) => {
            let fields = [
                (Field::TenantId, &queue.tenant_id),
                (Field::ClientId, &queue.client_id),
                (Field::CorrelationId, &queue.correlation_id),
            ];
            check_queue(&fields, findings);
        }
        ConfigDraft::AzureEventHub(queue) => {
            check_queue(
                &[(Field::TenantId, &queue.tenant_id), (Field::ClientId, &queue.client_id)],
                findings,
            );
        }
        ConfigDraft::GoogleCloudPubsub(queue) => {
            check_queue(&[(Field::Topic, &queue.topic), (Field::Audience, &queue.audience)], findings);
        }
        ConfigDraft::AwsSqs(queue) => {
            let fields = [(Field::AwsRoleArn, &queue.aws_role_arn), (Field::Audience, &queue.audience)];
            check_queue(&fields, findings);
        }
        ConfigDraft::Unknown(_) => {}
    }
}

fn check_queue(fields: &[(Field, &String)], findings: &mut Findings) {
    for (field, _) in fields.iter().filter(|(_, text)| has_spaces(text)) {
        let reason = "The cloud takes them for a part of the name, which it then does not know: deliveries would fail. \
                      Remove the spaces.";
        findings.add(Lint::warning(*field, "Spaces around the text", reason).with_fix(Fix::Trim(*field)));
    }
}

fn has_spaces(text: &str) -> bool {
    text.trim() != text
}

pub(super) fn trim(draft: &mut Draft, field: Field) {
    if let Some(text) = text_of(&mut draft.config, field) {
        *text = text.trim().to_owned();
    }
}

fn text_of(config: &mut ConfigDraft, field: Field) -> Option<&mut String> {
    match (config, field) {
        (ConfigDraft::HttpPush(push), Field::HeaderValue(row)) => {
            push.headers.get_mut(row).map(|row| &mut row.value)
        }
        (ConfigDraft::AzureServiceBus(queue), Field::TenantId) => Some(&mut queue.tenant_id),
        (ConfigDraft::AzureServiceBus(queue), Field::ClientId) => Some(&mut queue.client_id),
        (ConfigDraft::AzureServiceBus(queue), Field::CorrelationId) => Some(&mut queue.correlation_id),
        (ConfigDraft::AzureEventHub(queue), Field::TenantId) => Some(&mut queue.tenant_id),
        (ConfigDraft::AzureEventHub(queue), Field::ClientId) => Some(&mut queue.client_id),
        (ConfigDraft::GoogleCloudPubsub(queue), Field::Topic) => Some(&mut queue.topic),
        (ConfigDraft::GoogleCloudPubsub(queue), Field::Audience) => Some(&mut queue.audience),
        (ConfigDraft::AwsSqs(queue), Field::AwsRoleArn) => Some(&mut queue.aws_role_arn),
        (ConfigDraft::AwsSqs(queue), Field::Audience) => Some(&mut queue.audience),
        _ => None,
    }
}
