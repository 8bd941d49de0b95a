use serde_json::{Value, json};

use super::Connector;
use crate::{
    model::{
        connector::{self, Configuration, Status},
        outcomes::Outcomes,
    },
    refusal::Refusal,
    settings::Settings,
    wire::body,
};

fn http(config: Value) -> Value {
    json!({"type": "HTTP_PUSH", "httpConfig": config})
}

fn validated(sent: Value, settings: Value) -> Result<Configuration, Refusal> {
    let settings: Settings = serde_json::from_value(settings).unwrap();
    body::read::<Connector>(sent)?.validated(None, &settings)
}

fn refused(sent: Value, settings: Value) -> String {
    validated(sent, settings).unwrap_err().to_string()
}

#[test]
fn every_type_is_answered_as_it_was_sent() {
    let azure = json!({"tenantId": "t", "clientId": "c"});
    let hub = json!({"url": "sb://b.example/q", "authenticationConfig": azure});
    let mut bus = hub.clone();
    bus["brokerProperties"] = json!({"correlationId": "i"});
    for (kind, member, config) in [
        (
            "HTTP_PUSH",
            "httpConfig",
            json!({"url": "https://u:p@a.example/b?c", "signatureSecret": "s", "headers": {"A": "b"}}),
        ),
        ("AZURE_SERVICE_BUS", "azureServiceBusConfig", hub.clone()),
        ("AZURE_SERVICE_BUS", "azureServiceBusConfig", bus),
        ("AZURE_EVENT_HUB", "azureEventHubConfig", hub),
        ("GOOGLE_CLOUD_PUBSUB", "pubsubConfig", json!({"topic": "t", "audience": "a"})),
        ("AWS_SQS", "awsSqsConfig", json!({"queueUrl": "q", "awsRoleArn": "r", "audience": "a"})),
    ] {
        let sent = json!({
            "name": "projects/p/dataconnectors/d",
            "displayName": "n",
            "type": kind,
            "status": "USER_DISABLED",
            "events": ["touch", "telepathy"],
            "labels": ["name"],
            member: config,
        });
        let configuration = validated(sent.clone(), json!({})).unwrap();
        let connector = connector::Connector::new("d".to_owned(), configuration, Outcomes::default());
        assert_eq!(json!(Connector::new(&connector, "p")), sent);
    }
}

#[test]
fn a_refusal_names_the_field() {
    let with = |member: &str, value: Value| {
        let mut sent = http(json!({"url": "https://a.example"}));
        sent[member] = value;
        sent
    };
    for (sent, field) in [
        (with("type", json!("FAX")), "type"),
        (with("type", json!("")), "type"),
        (with("status", json!("SYSTEM_DISABLED")), "status"),
        (with("status", json!("PAUSED")), "status"),
        (with("events", json!("touch")), "events"),
        (with("labels", json!([1])), "labels[0]"),
        (with("awsSqsConfig", json!({"queueUrl": "q"})), "awsSqsConfig"),
        (http(json!({})), "httpConfig.url"),
        (http(json!({"url": 1})), "httpConfig.url"),
        (http(json!({"url": "https://a.example", "headers": {"a b": ""}})), "httpConfig.headers.a b"),
        (http(json!({"url": "https://a.example", "headers": {"a": "\n"}})), "httpConfig.headers.a"),
        (json!({"type": "AWS_SQS", "awsSqsConfig": {"queueUrl": "q"}}), "awsSqsConfig.awsRoleArn"),
        (json!({"type": "AZURE_EVENT_HUB"}), "azureEventHubConfig.url"),
        (
            json!({"type": "AZURE_SERVICE_BUS", "azureServiceBusConfig": {"url": "u"}}),
            "azureServiceBusConfig.authenticationConfig.tenantId",
        ),
        (json!({"type": "GOOGLE_CLOUD_PUBSUB"}), "pubsubConfig.topic"),
    ] {
        let message = refused(sent, json!({}));
        assert!(message.starts_with(&format!("{field}: ")), "{message}");
    }
}

#[test]
fn an_endpoint_is_an_https_url() {
    for url in ["https://a.example", "https://u:p@a.example:8443/b?c=d", "https://[2001:db8::1]/"] {
        assert!(validated(http(json!({"url": url})), json!({})).is_ok(), "{url}");
    }
    for url in
        ["http://a.example", "http://localhost.example", "https://", "https://a b", "a.example", "ftp://a"]
    {
        let message = refused(http(json!({"url": url})), json!({}));
        assert_eq!(message, "httpConfig.url: must be an HTTPS URL", "{url}");
    }
}

#[test]
fn plain_http_is_for_this_machine_and_never_for_a_strict_cloud() {
    for url in ["http://localhost:9000/x", "http://127.0.0.1/", "http://[::1]:9000/"] {
        let sent = http(json!({"url": url}));
        assert!(validated(sent.clone(), json!({})).is_ok(), "{url}");
        assert!(validated(sent, json!({"strict": true})).is_err(), "{url}");
    }
}

#[test]
fn the_settings_say_what_is_too_much() {
    let mut sent = http(json!({
        "url": "https://a.example",
        "signatureSecret": "five5",
        "headers": {"a": "", "b": ""},
    }));
    sent["displayName"] = "four".into();
    sent["labels"] = json!(["name", "floor", "room"]);
    sent["events"] = json!(["telepathy"]);
    let accepted = json!({
        "longestDisplayName": 4,
        "longestSignatureSecret": 5,
        "mostLabels": 3,
        "mostHeaders": 2,
    });
    assert!(validated(sent.clone(), json!({"validation": accepted})).is_ok());
    for (limit, field) in [
        (json!({"longestDisplayName": 3}), "displayName"),
        (json!({"longestSignatureSecret": 4}), "httpConfig.signatureSecret"),
        (json!({"mostLabels": 2}), "labels"),
        (json!({"mostHeaders": 1}), "httpConfig.headers"),
        (json!({"acceptsUnknownEventTypes": false}), "events"),
    ] {
        let message = refused(sent.clone(), json!({"validation": limit}));
        assert!(message.starts_with(&format!("{field}: ")), "{message}");
    }
}

#[test]
fn illegal_headers_can_be_accepted() {
    let sent = http(json!({"url": "https://a.example", "headers": {"a b": "c"}}));
    assert!(validated(sent, json!({"validation": {"acceptsIllegalHeaders": true}})).is_ok());
}

#[test]
fn only_dt_cloud_disables_by_itself() {
    let mut sent = http(json!({"url": "https://a.example"}));
    sent["status"] = "SYSTEM_DISABLED".into();
    let sent: Connector = body::read(sent).unwrap();
    let kept = sent.validated(Some(Status::SystemDisabled), &Settings::default());
    assert_eq!(kept.unwrap().status, Status::SystemDisabled);
}
