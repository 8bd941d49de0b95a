//! The exact bodies that are sent.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed step fails the test")]

use connector::{ConfigDraft, Draft, HeaderRow, HttpPushDraft, SecretChange};
use dt_api::{Connector, ConnectorKind, EventType};
use serde_json::{Value, json};

fn http_push() -> Connector {
    connector(
        "HTTP_PUSH",
        json!({ "httpConfig": {
            "url": "https://ops.example.com/dt", "signatureSecret": "old secret", "headers": { "X-Site": "Oslo" },
        } }),
    )
}

fn connector(kind: &str, config: Value) -> Connector {
    let mut json = json!({
        "name": "projects/p/dataconnectors/d", "displayName": "Building operations", "type": kind,
        "status": "ACTIVE", "events": ["touch"], "labels": ["name"],
    });
    json.as_object_mut().unwrap().extend(config.as_object().unwrap().clone());
    Connector::from_json(&json).unwrap()
}

/// The patch after an edit of the form.
fn patch(original: &Connector, edit: impl FnOnce(&mut Draft)) -> Option<Value> {
    let mut draft = Draft::from(original);
    edit(&mut draft);
    draft.patch(original)
}

fn patch_http_push(edit: impl FnOnce(&mut HttpPushDraft)) -> Option<Value> {
    patch(&http_push(), |draft| match &mut draft.config {
        ConfigDraft::HttpPush(config) => edit(config),
        other => panic!("{other:?}"),
    })
}

#[test]
fn each_field_is_patched_alone() {
    let original = http_push();
    assert_eq!(patch(&original, |_| ()), None);
    let display_name = patch(&original, |draft| draft.display_name = "New name".to_owned());
    assert_eq!(display_name, Some(json!({ "displayName": "New name" })));
    assert_eq!(patch(&original, |draft| draft.enabled = false), Some(json!({ "status": "USER_DISABLED" })));
    assert_eq!(patch(&original, |draft| draft.forward_all = true), Some(json!({ "events": [] })));
    let labels = patch(&original, |draft| draft.labels.push("floor".to_owned()));
    assert_eq!(labels, Some(json!({ "labels": ["name", "floor"] })));
}

#[test]
fn events_are_sent_in_the_order_of_the_documentation() {
    let patch = patch(&http_push(), |draft| {
        draft.selected_events.extend([EventType::from("soundLevel"), EventType::Co2, EventType::Temperature]);
    });
    assert_eq!(patch, Some(json!({ "events": ["touch", "temperature", "co2", "soundLevel"] })));
}

#[test]
fn an_empty_selection_is_never_sent() {
    let original = http_push();
    assert_eq!(patch(&original, |draft| draft.selected_events.clear()), None);
    let with_name = patch(&original, |draft| {
        draft.selected_events.clear();
        draft.display_name = "New name".to_owned();
    });
    assert_eq!(with_name, Some(json!({ "displayName": "New name" })));
    let mut new = Draft::new(&ConnectorKind::HttpPush);
    new.forward_all = false;
    assert_eq!(new.create_body(), None);
}

#[test]
fn a_changed_endpoint_is_sent_with_all_its_parts() {
    let config = |url: &str, secret: &str, headers: Value| {
        Some(json!({ "httpConfig": { "url": url, "signatureSecret": secret, "headers": headers } }))
    };
    let (url, site) = ("https://ops.example.com/dt", json!({ "X-Site": "Oslo" }));
    assert_eq!(
        patch_http_push(|draft| draft.url = "https://new.example.com".to_owned()),
        config("https://new.example.com", "old secret", site.clone())
    );
    let replace = |secret: &str| SecretChange::Replace(secret.to_owned());
    assert_eq!(
        patch_http_push(|draft| draft.signature_secret = replace("new secret")),
        config(url, "new secret", site.clone())
    );
    assert_eq!(patch_http_push(|draft| draft.signature_secret = SecretChange::Clear), config(url, "", site));
    assert_eq!(patch_http_push(|draft| draft.headers.clear()), config(url, "old secret", json!({})));
    let row = HeaderRow { name: "X-Floor".to_owned(), value: "2".to_owned() };
    assert_eq!(
        patch_http_push(|draft| draft.headers.extend([HeaderRow::default(), row])),
        config(url, "old secret", json!({ "X-Site": "Oslo", "X-Floor": "2" }))
    );
}

#[test]
fn unknown_parts_of_a_changed_endpoint_are_sent_back() {
    let config = json!({ "url": "https://a.example", "signatureSecret": "", "headers": {}, "retries": 3 });
    let original = connector("HTTP_PUSH", json!({ "httpConfig": config }));
    let patch = patch(&original, |draft| {
        if let ConfigDraft::HttpPush(config) = &mut draft.config {
            config.url = "https://b.example".to_owned();
        }
    });
    let sent = json!({ "url": "https://b.example", "signatureSecret": "", "headers": {}, "retries": 3 });
    assert_eq!(patch, Some(json!({ "httpConfig": sent })));
}

#[test]
fn a_removed_correlation_id_is_sent_as_empty_beside_other_broker_properties() {
    let config = |broker: Value| {
        let authentication = json!({ "tenantId": "t", "clientId": "c" });
        json!({ "azureServiceBusConfig": {
            "url": "sb://a/b", "authenticationConfig": authentication, "brokerProperties": broker,
        } })
    };
    let original =
        connector("AZURE_SERVICE_BUS", config(json!({ "correlationId": "oslo", "timeToLive": 60 })));
    let patch = patch(&original, |draft| {
        if let ConfigDraft::AzureServiceBus(config) = &mut draft.config {
            config.correlation_id.clear();
        }
    });
    assert_eq!(patch, Some(config(json!({ "correlationId": "", "timeToLive": 60 }))));
}

#[test]
fn a_service_bus_that_never_had_a_correlation_id_is_sent_without_broker_properties() {
    let config = |url: &str| {
        let authentication = json!({ "tenantId": "t", "clientId": "c" });
        json!({ "azureServiceBusConfig": { "url": url, "authenticationConfig": authentication } })
    };
    let original = connector("AZURE_SERVICE_BUS", config("sb://a/b"));
    let patch = patch(&original, |draft| {
        if let ConfigDraft::AzureServiceBus(config) = &mut draft.config {
            config.url = "sb://a/c".to_owned();
        }
    });
    assert_eq!(patch, Some(config("sb://a/c")));
}

#[test]
fn an_unknown_connector_can_be_renamed_but_its_configuration_is_never_sent() {
    let original = connector("MQTT_PUSH", json!({ "mqttConfig": { "qualityOfService": 1 } }));
    let patch = patch(&original, |draft| {
        draft.display_name.clear();
        draft.config = ConfigDraft::Unknown(json!({ "type": "MQTT_PUSH" }));
    });
    assert_eq!(patch, Some(json!({ "displayName": "" })));
}

#[test]
fn a_new_connector_is_created_with_its_own_configuration_alone() {
    let mut draft = Draft::new(&ConnectorKind::AwsSqs);
    draft.enabled = false;
    draft.labels.push("name".to_owned());
    if let ConfigDraft::AwsSqs(config) = &mut draft.config {
        config.queue_url = "https://sqs.example.com/q".to_owned();
    }
    let config = json!({ "queueUrl": "https://sqs.example.com/q", "awsRoleArn": "", "audience": "" });
    let body = json!({
        "type": "AWS_SQS", "status": "USER_DISABLED", "events": [], "labels": ["name"], "awsSqsConfig": config,
    });
    assert_eq!(draft.create_body(), Some(body));
}

#[test]
fn a_new_endpoint_is_created_with_its_secret_and_headers() {
    let mut draft = Draft::new(&ConnectorKind::HttpPush);
    draft.display_name = "Building operations".to_owned();
    draft.config = ConfigDraft::HttpPush(HttpPushDraft {
        url: "https://ops.example.com".to_owned(),
        headers: vec![
            HeaderRow { name: "X-Site".to_owned(), value: "Oslo".to_owned() },
            HeaderRow::default(),
        ],
        signature_secret: SecretChange::Replace("new secret".to_owned()),
    });
    let config = json!({ "url": "https://ops.example.com", "signatureSecret": "new secret", "headers": { "X-Site": "Oslo" } });
    let body = json!({
        "type": "HTTP_PUSH", "displayName": "Building operations", "status": "ACTIVE", "events": [], "labels": [],
        "httpConfig": config,
    });
    assert_eq!(draft.create_body(), Some(body));
}
