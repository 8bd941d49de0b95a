use crate::mounted::{MountedForm, assert_invalid, connector, is_valid};
use crate::page::{fill, send};
use connector::Change;
use dt_api::Connector;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// What a type asks for: the label, what the sample has there, and what saving would change.
type Fields = &'static [(&'static str, &'static str, Change)];

const TENANT: &str = "2b7f1a52-6c1e-4f0b-9a37-0d5e8c4b9f10";

const AZURE_SERVICE_BUS: Fields = &[
    ("Topic URL", "sb://facility.servicebus.windows.net/dt-events", Change::Url),
    ("Tenant ID", TENANT, Change::TenantId),
    ("Client ID", "8d0c44e6-1f5a-4d3c-b7c2-5a9e6f7d2b31", Change::ClientId),
    ("Correlation ID", "oslo-office", Change::CorrelationId),
];

const AZURE_EVENT_HUB: Fields = &[
    ("Event hub URL", "sb://telemetry.servicebus.windows.net/sensors", Change::Url),
    ("Tenant ID", TENANT, Change::TenantId),
    ("Client ID", "f3a9e0d7-72c4-4b18-8e56-1c0b3d2a4f65", Change::ClientId),
];

const GOOGLE_CLOUD_PUBSUB: Fields = &[
    ("Topic", "projects/example-lake/topics/dt-events", Change::Topic),
    (
        "Audience",
        "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/dt/providers/data-connector",
        Change::Audience,
    ),
];

const AWS_SQS: Fields = &[
    ("Queue URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/cleaning", Change::QueueUrl),
    ("AWS role ARN", "arn:aws:iam::123456789012:role/dt-data-connector", Change::AwsRoleArn),
    ("Audience", "sts.amazonaws.com", Change::Audience),
];

const OPTIONAL: &str = "Correlation ID";

/// A connector of each type, with the fields of its type.
fn every_type() -> [(Connector, Fields); 4] {
    [
        (include_str!("../../crates/api/samples/connector_azure_service_bus.json"), AZURE_SERVICE_BUS),
        (include_str!("../../crates/api/samples/connector_azure_event_hub.json"), AZURE_EVENT_HUB),
        (include_str!("../../crates/api/samples/connector_google_cloud_pubsub.json"), GOOGLE_CLOUD_PUBSUB),
        (include_str!("../../crates/api/samples/connector_aws_sqs.json"), AWS_SQS),
    ]
    .map(|(sample, fields)| (connector(&serde_json::from_str(sample).unwrap()), fields))
}

#[wasm_bindgen_test]
async fn each_type_has_its_own_fields_with_what_the_connector_has() {
    for (connector, fields) in every_type() {
        let MountedForm { page, .. } = MountedForm::of(connector).await;
        for (label, value, _) in fields {
            assert_eq!(page.labelled(label).value(), *value, "{label}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_cloud_queue_has_neither_headers_nor_a_signature_secret() {
    for (connector, _) in every_type() {
        let MountedForm { page, .. } = MountedForm::of(connector).await;
        let sections = ["Data Connector", "Events to forward", "Labels"];
        assert_eq!(page.texts("h2"), sections);
        page.labelled("Display name");
        page.labelled("Data Connector enabled");
    }
}

#[wasm_bindgen_test]
async fn editing_a_field_changes_that_field_alone() {
    for (connector, fields) in every_type() {
        let mounted = MountedForm::of(connector).await;
        for (label, value, change) in fields {
            let input = mounted.page.labelled(label);
            fill(&input, &format!("{value}2")).await;
            assert_eq!(mounted.changes(), [*change], "{label}");
            assert!(mounted.form.try_to_save(), "{label}");
            fill(&input, value).await;
            assert!(mounted.changes().is_empty(), "{label}");
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_left_empty_is_told_unless_it_is_optional() {
    for (connector, fields) in every_type() {
        let MountedForm { page, .. } = MountedForm::of(connector).await;
        for (label, ..) in fields {
            let input = page.labelled(label);
            assert_eq!(input.required(), *label != OPTIONAL, "{label}");
            fill(&input, "").await;
            assert!(is_valid(&input), "{label} has not been left yet");
            send(&input, "blur").await;
            if *label == OPTIONAL {
                assert!(is_valid(&input));
            } else {
                assert_invalid(&input, "Enter ");
            }
        }
    }
}

#[wasm_bindgen_test]
async fn what_is_of_another_shape_is_told() {
    let wrong = [
        ("Topic URL", "https://facility.servicebus.windows.net/dt-events"),
        ("Event hub URL", "sb://telemetry.servicebus.windows.net"),
        ("Topic", "dt-events"),
        ("Queue URL", "http://sqs.eu-west-1.amazonaws.com/1/cleaning"),
    ];
    for ((connector, _), (label, text)) in every_type().into_iter().zip(wrong) {
        let MountedForm { page, form } = MountedForm::of(connector).await;
        let input = page.labelled(label);
        fill(&input, text).await;
        send(&input, "blur").await;
        assert_invalid(&input, "such as");
        assert!(!form.try_to_save());
        assert!(form.unsaved().get_untracked());
    }
}
