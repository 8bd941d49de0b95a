//! What is said about the place that a draft forwards to.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use connector::setup::{Guide, guide, title};
use connector::{ConfigDraft, Draft};
use dt_api::{AwsSqs, AzureEventHub, AzureServiceBus, ConnectorKind, GoogleCloudPubsub};
use serde_json::{Value, json};

fn guide_to(config: ConfigDraft) -> Guide {
    guide(&Draft { config, ..Draft::new(&ConnectorKind::HttpPush) }).unwrap()
}

fn service_bus(url: &str) -> Guide {
    guide_to(ConfigDraft::AzureServiceBus(AzureServiceBus {
        url: url.to_owned(),
        tenant_id: "00000000-0000-4000-8000-000000000001".to_owned(),
        client_id: "00000000-0000-4000-8000-000000000002".to_owned(),
        ..AzureServiceBus::default()
    }))
}

fn pubsub(topic: &str, audience: &str) -> Guide {
    let config = GoogleCloudPubsub {
        topic: topic.to_owned(),
        audience: audience.to_owned(),
        ..GoogleCloudPubsub::default()
    };
    guide_to(ConfigDraft::GoogleCloudPubsub(config))
}

fn sqs(queue_url: &str, role: &str, audience: &str) -> Guide {
    guide_to(ConfigDraft::AwsSqs(AwsSqs {
        queue_url: queue_url.to_owned(),
        aws_role_arn: role.to_owned(),
        audience: audience.to_owned(),
        ..AwsSqs::default()
    }))
}

fn code(guide: &Guide, title: &str) -> String {
    guide.steps.iter().find(|step| step.title == title).unwrap().code.clone().unwrap()
}

fn titles(guide: &Guide) -> Vec<&str> {
    guide.steps.iter().map(|step| step.title).collect()
}

fn placeholders(guide: &Guide) -> Vec<&str> {
    guide.placeholders.iter().map(|placeholder| placeholder.name).collect()
}

/// The JSON between single quotes in a command.
fn policy(command: &str) -> Value {
    let (_, rest) = command.split_once("'{").unwrap();
    let (policy, _) = rest.rsplit_once("}'").unwrap();
    serde_json::from_str(&["{", policy, "}"].concat()).unwrap()
}

#[test]
fn every_known_type_has_a_guide_and_an_unknown_one_has_none() {
    for kind in ConnectorKind::KNOWN {
        let draft = Draft::new(&kind);
        assert!(title(&draft).is_some() && guide(&draft).is_some(), "{kind:?}");
    }
    let unknown = Draft::new(&ConnectorKind::Unknown("MQTT_PUSH".to_owned()));
    assert_eq!((title(&unknown), guide(&unknown)), (None, None));
}

#[test]
fn a_receiver_has_nothing_to_paste() {
    let guide = guide(&Draft::new(&ConnectorKind::HttpPush)).unwrap();
    assert!(guide.steps.iter().all(|step| step.code.is_none()) && guide.placeholders.is_empty());
}

#[test]
fn azure_trusts_the_application_that_may_send_to_the_topic() {
    let guide = service_bus("sb://facility.servicebus.windows.net/dt-events");
    assert_eq!(
        code(&guide, "Trust the tokens of DT Cloud"),
        r#"az ad app federated-credential create \
  --id 00000000-0000-4000-8000-000000000002 \
  --parameters '{
  "audiences": [
    "<TOKEN_AUDIENCE>"
  ],
  "issuer": "<ISSUER>",
  "name": "dt-data-connector",
  "subject": "<SUBJECT>"
}'"#
    );
    assert_eq!(
        code(&guide, "Allow it to send to the topic"),
        "az role assignment create \\
  --role 'Azure Service Bus Data Sender' \\
  --assignee 00000000-0000-4000-8000-000000000002 \\
  --scope '/subscriptions/<SUBSCRIPTION_ID>/resourceGroups/<RESOURCE_GROUP>/providers/Microsoft.ServiceBus/namespaces/facility/topics/dt-events'"
    );
    assert_eq!(
        code(&guide, "Sign in to the tenant"),
        "az login \\\n  --tenant 00000000-0000-4000-8000-000000000001"
    );
    let unknown = ["ISSUER", "SUBJECT", "TOKEN_AUDIENCE", "SUBSCRIPTION_ID", "RESOURCE_GROUP"];
    assert_eq!(placeholders(&guide), unknown);
}

#[test]
fn an_event_hub_has_a_role_and_a_scope_of_its_own() {
    let guide = guide_to(ConfigDraft::AzureEventHub(AzureEventHub {
        url: "sb://telemetry.servicebus.windows.net/sensors/".to_owned(),
        ..AzureEventHub::default()
    }));
    let allow = code(&guide, "Allow it to send to the event hub");
    assert!(
        allow.contains("--role 'Azure Event Hubs Data Sender' \\\n  --assignee '<CLIENT_ID>'"),
        "{allow}"
    );
    assert!(allow.ends_with("/Microsoft.EventHub/namespaces/telemetry/eventhubs/sensors'"), "{allow}");
}

#[test]
fn google_cloud_lets_the_organization_publish() {
    let guide = pubsub(
        "projects/nordlys/topics/sensor-events",
        "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/dt-pool/providers/dt-cloud",
    );
    assert_eq!(
        code(&guide, "Trust the tokens of DT Cloud"),
        "gcloud iam workload-identity-pools providers create-oidc dt-cloud \\
  --workload-identity-pool dt-pool \\
  --location global \\
  --project 123456789012 \\
  --issuer-uri '<ISSUER>' \\
  --attribute-mapping 'google.subject=assertion.sub'"
    );
    assert_eq!(
        code(&guide, "Allow your organization to publish to the topic"),
        "gcloud pubsub topics add-iam-policy-binding sensor-events \\
  --project nordlys \\
  --member 'principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/dt-pool/subject/<ORGANIZATION_ID>' \\
  --role roles/pubsub.publisher"
    );
    assert_eq!(placeholders(&guide), ["ISSUER", "ORGANIZATION_ID"]);
}

#[test]
fn an_audience_is_read_as_far_as_it_is_typed() {
    let guide = pubsub("", "//iam.googleapis.com/projects/12/locations/global/workloadIdentityPools/");
    let create = code(&guide, "Create a workload identity pool");
    assert_eq!(
        create,
        "gcloud iam workload-identity-pools create '<POOL>' \\\n  --location global \\\n  --project 12"
    );
    let unknown = ["ISSUER", "ORGANIZATION_ID", "POOL", "PROVIDER", "PROJECT_ID", "TOPIC"];
    assert_eq!(placeholders(&guide), unknown);
}

#[test]
fn the_role_trusts_one_subject_and_audience_and_sends_to_one_queue() {
    let guide = sqs(
        "https://sqs.eu-north-1.amazonaws.com/123456789012/leak-alarms",
        "arn:aws:iam::123456789012:role/dt-data-connector",
        "sts.amazonaws.com",
    );
    let provider = code(&guide, "Trust the issuer of DT Cloud’s tokens");
    assert_eq!(
        provider,
        "aws iam create-open-id-connect-provider \\\n  --url '<ISSUER>' \\\n  --client-id-list '[\"sts.amazonaws.com\"]'"
    );
    let role = code(&guide, "Create the role that DT Cloud takes on");
    assert!(role.starts_with("aws iam create-role \\\n  --role-name dt-data-connector \\\n"), "{role}");
    let trust = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/<ISSUER_WITHOUT_HTTPS>" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
            "<ISSUER_WITHOUT_HTTPS>:aud": "sts.amazonaws.com",
            "<ISSUER_WITHOUT_HTTPS>:sub": "<SUBJECT>",
        } },
    }] });
    assert_eq!(policy(&role), trust);
    let allowed = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:eu-north-1:123456789012:leak-alarms",
    }] });
    assert_eq!(policy(&code(&guide, "Allow the role to send to the queue")), allowed);
    assert_eq!(placeholders(&guide), ["ISSUER", "ISSUER_WITHOUT_HTTPS", "SUBJECT"]);
}

#[test]
fn a_queue_of_another_account_lets_the_role_in() {
    const TITLE: &str = "Let the role in from another AWS account";
    let (queue, audience) = ("https://sqs.eu-north-1.amazonaws.com/123456789012/alarms", "sts.amazonaws.com");
    let same = sqs(queue, "arn:aws:iam::123456789012:role/dt", audience);
    assert!(!titles(&same).contains(&TITLE));
    let other = sqs(queue, "arn:aws:iam::210987654321:role/cloud/dt", audience);
    let statement = json!({
        "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::210987654321:role/cloud/dt" },
        "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:eu-north-1:123456789012:alarms",
    });
    let policy = serde_json::from_str::<Value>(&code(&other, TITLE)).unwrap();
    assert_eq!(policy, json!({ "Version": "2012-10-17", "Statement": [statement] }));
    let role = code(&other, "Create the role that DT Cloud takes on");
    assert!(role.contains("--path /cloud/ \\\n  --role-name dt \\\n"), "{role}");
}

#[test]
fn the_parts_of_a_queue_are_found_wherever_aws_puts_them() {
    for (url, arn) in [
        ("https://sqs.cn-north-1.amazonaws.com.cn/1/q", "arn:aws-cn:sqs:cn-north-1:1:q"),
        ("https://sqs-fips.us-gov-west-1.amazonaws.com/1/q", "arn:aws-us-gov:sqs:us-gov-west-1:1:q"),
        ("https://eu-west-1.queue.amazonaws.com/1/q/", "arn:aws:sqs:eu-west-1:1:q"),
        ("https://queue.example.com/1/q", "arn:aws:sqs:<REGION>:1:q"),
        ("https://sqs.eu-west-1.amazonaws.com/1/*", "arn:aws:sqs:eu-west-1:1:<QUEUE>"),
        ("https://sqs.eu-west-1.amazonaws.com", "arn:aws:sqs:eu-west-1:<QUEUE_ACCOUNT_ID>:<QUEUE>"),
        ("", "arn:aws:sqs:<REGION>:<QUEUE_ACCOUNT_ID>:<QUEUE>"),
    ] {
        let allow = code(&sqs(url, "", ""), "Allow the role to send to the queue");
        assert_eq!(policy(&allow).pointer("/Statement/0/Resource").unwrap(), arn, "{url}");
    }
}

#[test]
fn the_hint_of_a_field_typed_as_it_stands_is_not_a_name() {
    let guide = service_bus("sb://<namespace>.servicebus.windows.net/<topic>");
    assert!(placeholders(&guide).ends_with(&["NAMESPACE", "TOPIC"]));
    assert!(guide.placeholders.iter().all(|placeholder| placeholder.meaning.ends_with('.')));
}

#[test]
fn a_password_in_the_url_is_not_shown() {
    let guide = service_bus("sb://me:hush@facility.servicebus.windows.net/dt-events?key=hush#hush");
    assert!(!format!("{guide:?}").contains("hush"));
}
