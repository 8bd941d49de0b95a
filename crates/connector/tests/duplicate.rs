//! A new connector like one there is.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use connector::{Draft, Secrets, holds_secrets};
use dt_api::{Connector, ConnectorKind};
use serde_json::{Value, json};

fn connector() -> Connector {
    Connector::from_json(&json!({
        "name": "projects/p/dataconnectors/d",
        "displayName": "Hub",
        "type": "HTTP_PUSH",
        "status": "ACTIVE",
        "events": ["touch"],
        "labels": ["name"],
        "httpConfig": {
            "url": "https://a.example/",
            "signatureSecret": "first-secret",
            "headers": {"Authorization": "Bearer one", "X-Site": "oslo"},
        },
    }))
    .unwrap()
}

fn created(kind: &ConnectorKind, secrets: Secrets) -> Value {
    Draft::duplicate(&connector(), kind, secrets).create_body().unwrap()
}

#[test]
fn a_duplicate_is_called_a_copy_and_is_otherwise_the_same() {
    let mut expected = connector().to_json();
    expected.as_object_mut().unwrap().remove("name");
    expected["displayName"] = "Hub (copy)".into();
    assert_eq!(created(&ConnectorKind::HttpPush, Secrets::Copied), expected);
}

#[test]
fn secrets_are_copied_only_when_asked_for() {
    for (secrets, secret) in [(Secrets::New("second".into()), "second"), (Secrets::None, "")] {
        let body = created(&ConnectorKind::HttpPush, secrets);
        assert_eq!(body["httpConfig"]["signatureSecret"], secret);
        assert_eq!(body["httpConfig"]["headers"], json!({"Authorization": "", "X-Site": "oslo"}));
    }
}

#[test]
fn a_duplicate_of_another_type_keeps_what_does_not_depend_on_it() {
    let body = created(&ConnectorKind::AwsSqs, Secrets::Copied);
    assert_eq!(body["type"], "AWS_SQS");
    assert_eq!((&body["events"], &body["labels"]), (&json!(["touch"]), &json!(["name"])));
    assert!(!body.to_string().contains("first-secret"));
}

#[test]
fn only_a_secret_or_a_credential_asks_what_becomes_of_it() {
    assert!(holds_secrets(&connector()));
    let mut json = connector().to_json();
    json["httpConfig"]["signatureSecret"] = "".into();
    json["httpConfig"]["headers"] = json!({"X-Site": "oslo", "Authorization": ""});
    assert!(!holds_secrets(&Connector::from_json(&json).unwrap()));
}
