//! Every call of the client is understood, and every answer.

use std::fmt::Debug;

use dt_api::{
    Client, ConnectorKind, ConnectorName, Error, Project, Refusal, Status, Transport,
    oauth::{Assertion, token_request, token_response},
};
use dt_emulator::Settings;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::in_process::{API, InProcess, NOW};

async fn first_project(client: &Client<InProcess>) -> Project {
    client.projects(None).await.unwrap().items.remove(0)
}

#[tokio::test]
async fn a_signed_assertion_signs_in() {
    let cloud = InProcess::with(Settings::default());
    let account = &cloud.accounts().await[0];
    let text = |member: &str| account[member].as_str().unwrap();
    let token_url = format!("{API}/oauth2/token");
    let assertion = Assertion::new(text("keyId"), text("email"), &token_url, NOW.into());
    let mut mac = Hmac::<Sha256>::new_from_slice(text("secret").as_bytes()).unwrap();
    mac.update(assertion.signing_input().as_bytes());
    let assertion = assertion.signed(&mac.finalize().into_bytes());

    let answer = cloud.send(token_request(&token_url, &assertion)).await.unwrap();
    let token = token_response(&answer).unwrap();
    let signed_in = cloud.authorized(format!("Bearer {}", token.reveal()));
    let projects = Client::new(&format!("{API}/v2"), signed_in).projects(None).await.unwrap();
    assert_eq!(projects.items.len(), 3);
}

#[tokio::test]
async fn a_project_is_read_with_all_that_is_in_it() {
    let client = InProcess::with(Settings::default()).developer().await;
    let project = first_project(&client).await;
    assert_eq!((project.display_name.as_str(), project.sensor_count), ("Oslo office", 20));
    assert_eq!(client.project(&project.id).await.unwrap(), project);
    assert!(client.permissions(&project.id).await.unwrap().may_update_connectors());

    let devices = client.devices(&project.id, None).await.unwrap().items;
    assert_eq!(devices.len(), 22);
    assert!(devices.iter().all(|device| device.labels.contains_key("name") && !device.reported.is_empty()));

    let connectors = client.connectors(&project.id, None).await.unwrap().items;
    let kinds: Vec<_> = connectors.iter().map(|connector| connector.config.kind()).collect();
    assert!(ConnectorKind::KNOWN.iter().all(|kind| kinds.contains(kind)));
    for connector in connectors {
        assert_eq!(client.connector(&connector.name).await.unwrap(), connector);
        let metrics = client.metrics(&connector.name).await.unwrap();
        assert_eq!(metrics.latency_99p.is_some(), metrics.success + metrics.error > 0);
    }
}

#[tokio::test]
async fn a_connector_is_made_changed_synchronized_and_deleted() {
    let client = InProcess::with(Settings::default()).developer().await;
    let project = first_project(&client).await;
    let body = json!({"type": "HTTP_PUSH", "httpConfig": {"url": "https://a.example"}});
    let name = client.create_connector(&project.id, &body).await.unwrap().name;
    let changed = client.update_connector(&name, &json!({"status": "USER_DISABLED"})).await.unwrap();
    assert_eq!(changed.status, Status::UserDisabled);
    client.synchronize_connector(&name).await.unwrap();
    client.delete_connector(&name).await.unwrap();
    assert!(client.connector(&name).await.is_err());
}

#[tokio::test]
async fn a_refusal_arrives_with_its_words() {
    let client = InProcess::with(Settings::default()).developer().await;
    let project = first_project(&client).await.id;
    let body = json!({"type": "HTTP_PUSH", "httpConfig": {"url": "http://a.example"}});
    let refusal = refused(client.create_connector(&project, &body).await);
    assert_eq!(refusal.status, 400);
    assert_eq!(refusal.message, "httpConfig.url: must be an HTTPS URL");
    assert_eq!(refusal.help.as_deref(), Some("https://docs.d21s.com/error/#400"));

    let unknown = ConnectorName::parse(&format!("projects/{project}/dataconnectors/unknown")).unwrap();
    assert_eq!(refused(client.metrics(&unknown).await).status, 404);
}

fn refused<T: Debug>(answer: Result<T, Error>) -> Refusal {
    match answer {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}
