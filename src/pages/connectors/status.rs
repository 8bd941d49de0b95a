//! A connector's status in words and shape.

use dt_api::{ConnectorKind, Status};
use leptos::prelude::*;

use crate::ui::{Badge, Tone};

/// The status as a badge.
#[component]
pub(super) fn StatusBadge(
    /// As DT Cloud says it.
    #[prop(into)]
    status: Signal<Status>,
) -> impl IntoView {
    let text = Signal::derive(move || status.with(status_word));
    let tone = Signal::derive(move || match status.get() {
        Status::Active => Tone::Success,
        Status::UserDisabled => Tone::Neutral,
        Status::SystemDisabled => Tone::Danger,
        Status::Unknown(_) => Tone::Warning,
    });
    view! { <Badge tone text /> }
}

/// The status in words; an unknown one as DT Cloud says it.
pub(super) fn status_word(status: &Status) -> String {
    match status {
        Status::Active => "Active".to_owned(),
        Status::UserDisabled => "Disabled by user".to_owned(),
        Status::SystemDisabled => "Disabled by DT Cloud".to_owned(),
        Status::Unknown(status) => status.clone(),
    }
}

/// The type in words; an unknown one as DT Cloud says it.
pub(super) fn kind_word(kind: &ConnectorKind) -> String {
    match kind {
        ConnectorKind::HttpPush => "HTTP Push".to_owned(),
        ConnectorKind::AzureServiceBus => "Azure Service Bus".to_owned(),
        ConnectorKind::AzureEventHub => "Azure Event Hub".to_owned(),
        ConnectorKind::GoogleCloudPubsub => "Google Cloud Pub/Sub".to_owned(),
        ConnectorKind::AwsSqs => "AWS SQS".to_owned(),
        ConnectorKind::Unknown(kind) => kind.clone(),
    }
}
