//! Where a cloud queue's connector forwards to. DT Cloud signs in there through workload identity federation, so
//! there is no secret to keep (`dt-api.md` §3.1).

use connector::{Change, ConfigDraft, Field};
use dt_api::ConnectorKind;
use leptos::prelude::*;

use super::Form;
use crate::ui::TextField;

/// One field of a cloud queue.
struct QueueField {
    field: Field,
    change: Change,
    label: &'static str,
    hint: &'static str,
    required: bool,
    /// The field's place in the draft; nothing when the draft is of another type.
    place: fn(&mut ConfigDraft) -> Option<&mut String>,
    text: fn(&ConfigDraft) -> Option<&str>,
}

/// Names a field's place once, for reading and for writing.
macro_rules! place {
    ($kind:ident . $field:ident) => {
        (
            |config| if let ConfigDraft::$kind(queue) = config { Some(&mut queue.$field) } else { None },
            |config| if let ConfigDraft::$kind(queue) = config { Some(&queue.$field) } else { None },
        )
    };
}

type Place = (fn(&mut ConfigDraft) -> Option<&mut String>, fn(&ConfigDraft) -> Option<&str>);

const fn required(
    field: Field,
    change: Change,
    label: &'static str,
    hint: &'static str,
    place: Place,
) -> QueueField {
    let (place, text) = place;
    QueueField { field, change, label, hint, required: true, place, text }
}

const AZURE_SERVICE_BUS: [QueueField; 4] = [
    required(
        Field::Url,
        Change::Url,
        "Topic URL",
        "sb://<namespace>.servicebus.windows.net/<topic>",
        place!(AzureServiceBus.url),
    ),
    required(
        Field::TenantId,
        Change::TenantId,
        "Tenant ID",
        "Directory ID of the Microsoft Entra tenant.",
        place!(AzureServiceBus.tenant_id),
    ),
    required(
        Field::ClientId,
        Change::ClientId,
        "Client ID",
        "Application ID that may send to the topic.",
        place!(AzureServiceBus.client_id),
    ),
    QueueField {
        required: false,
        ..required(
            Field::CorrelationId,
            Change::CorrelationId,
            "Correlation ID",
            "Optional; set as a broker property of each message.",
            place!(AzureServiceBus.correlation_id),
        )
    },
];

const AZURE_EVENT_HUB: [QueueField; 3] = [
    required(
        Field::Url,
        Change::Url,
        "Event hub URL",
        "sb://<namespace>.servicebus.windows.net/<event hub>",
        place!(AzureEventHub.url),
    ),
    required(
        Field::TenantId,
        Change::TenantId,
        "Tenant ID",
        "Directory ID of the Microsoft Entra tenant.",
        place!(AzureEventHub.tenant_id),
    ),
    required(
        Field::ClientId,
        Change::ClientId,
        "Client ID",
        "Application ID that may send to the event hub.",
        place!(AzureEventHub.client_id),
    ),
];

const GOOGLE_CLOUD_PUBSUB: [QueueField; 2] = [
    required(
        Field::Topic,
        Change::Topic,
        "Topic",
        "projects/<project>/topics/<topic>",
        place!(GoogleCloudPubsub.topic),
    ),
    required(
        Field::Audience,
        Change::Audience,
        "Audience",
        "//iam.googleapis.com/projects/<number>/locations/<location>/workloadIdentityPools/<pool>/providers/<provider>",
        place!(GoogleCloudPubsub.audience),
    ),
];

const AWS_SQS: [QueueField; 3] = [
    required(
        Field::QueueUrl,
        Change::QueueUrl,
        "Queue URL",
        "https://sqs.<region>.amazonaws.com/<account>/<queue>",
        place!(AwsSqs.queue_url),
    ),
    required(
        Field::AwsRoleArn,
        Change::AwsRoleArn,
        "AWS role ARN",
        "arn:aws:iam::<account>:role/<role>, the role that may send to the queue.",
        place!(AwsSqs.aws_role_arn),
    ),
    required(
        Field::Audience,
        Change::Audience,
        "Audience",
        "The audience that the role’s trust policy expects.",
        place!(AwsSqs.audience),
    ),
];

/// The fields of a cloud queue's type.
#[component]
pub(super) fn CloudQueueFields(form: Form, kind: ConnectorKind) -> impl IntoView {
    let fields: &'static [QueueField] = match kind {
        ConnectorKind::AzureServiceBus => &AZURE_SERVICE_BUS,
        ConnectorKind::AzureEventHub => &AZURE_EVENT_HUB,
        ConnectorKind::GoogleCloudPubsub => &GOOGLE_CLOUD_PUBSUB,
        ConnectorKind::AwsSqs => &AWS_SQS,
        ConnectorKind::HttpPush | ConnectorKind::Unknown(_) => &[],
    };
    fields.iter().map(|queue_field| view! { <Input form queue_field /> }).collect_view()
}

#[component]
fn Input(form: Form, queue_field: &'static QueueField) -> impl IntoView {
    let edit = move |text: String| {
        form.edit(|draft| {
            if let Some(place) = (queue_field.place)(&mut draft.config) {
                *place = text;
            }
        });
    };
    view! {
        <TextField
            label=queue_field.label
            value=form.text(|draft| (queue_field.text)(&draft.config).unwrap_or_default())
            on_input=edit
            on_blur=move |()| form.visit(queue_field.field)
            error=form.error(queue_field.field)
            changed=form.changed(queue_field.change)
            hint=queue_field.hint
            required=queue_field.required
            code=true
        />
    }
}
