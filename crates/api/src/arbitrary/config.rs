//! Configurations of every type.

use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::Value;

use super::{extra, text};
use crate::connector::{
    AwsSqs, AzureEventHub, AzureServiceBus, Config, ConnectorKind, Extra, GoogleCloudPubsub, HttpPush,
};

/// A configuration of any type, with unknown fields at every level.
pub fn config() -> impl Strategy<Value = Config> {
    prop_oneof![
        4 => http_push().prop_map(Config::HttpPush),
        1 => azure_service_bus().prop_map(Config::AzureServiceBus),
        1 => azure_event_hub().prop_map(Config::AzureEventHub),
        1 => google_cloud_pubsub().prop_map(Config::GoogleCloudPubsub),
        1 => aws_sqs().prop_map(Config::AwsSqs),
        1 => unknown().prop_map(Config::Unknown),
    ]
}

fn http_push() -> impl Strategy<Value = HttpPush> {
    let headers = btree_map(prop_oneof!["[A-Za-z-]{1,8}", text()], text(), 0..4);
    (text(), text(), headers, extra()).prop_map(|(url, signature_secret, headers, extra)| HttpPush {
        url,
        signature_secret,
        headers,
        extra,
    })
}

fn azure_service_bus() -> impl Strategy<Value = AzureServiceBus> {
    let extra = extra_with_nested(&["authenticationConfig", "brokerProperties"]);
    (text(), text(), text(), text(), extra).prop_map(|(url, tenant_id, client_id, correlation_id, extra)| {
        AzureServiceBus { url, tenant_id, client_id, correlation_id, extra }
    })
}

fn azure_event_hub() -> impl Strategy<Value = AzureEventHub> {
    (text(), text(), text(), extra_with_nested(&["authenticationConfig"]))
        .prop_map(|(url, tenant_id, client_id, extra)| AzureEventHub { url, tenant_id, client_id, extra })
}

fn google_cloud_pubsub() -> impl Strategy<Value = GoogleCloudPubsub> {
    (text(), text(), extra()).prop_map(|(topic, audience, extra)| GoogleCloudPubsub {
        topic,
        audience,
        extra,
    })
}

fn aws_sqs() -> impl Strategy<Value = AwsSqs> {
    (text(), text(), text(), extra()).prop_map(|(queue_url, aws_role_arn, audience, extra)| AwsSqs {
        queue_url,
        aws_role_arn,
        audience,
        extra,
    })
}

/// A type that is not known, or a known one whose configuration is missing.
fn unknown() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(ConnectorKind::KNOWN.to_vec());
    prop_oneof![text(), known.prop_map(|kind| kind.as_str().to_owned())]
}

/// Unknown fields, some of them within the objects called `nested`.
fn extra_with_nested(nested: &'static [&'static str]) -> impl Strategy<Value = Extra> {
    (extra(), extra()).prop_map(move |(mut fields, within)| {
        if !within.0.is_empty() {
            let objects = nested.iter().map(|name| ((*name).to_owned(), Value::Object(within.0.clone())));
            fields.0.extend(objects);
        }
        fields
    })
}
