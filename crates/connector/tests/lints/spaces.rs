//! Spaces around the texts of the cloud queues.

use connector::{ConfigDraft, Draft, Field, Rules, Severity, Surroundings};
use dt_api::{AwsSqs, AzureServiceBus, ConnectorKind, GoogleCloudPubsub};

use super::scenes::{CLOUD, alone, fields, fixed};

fn draft(config: ConfigDraft) -> Draft {
    Draft { config, ..Draft::new(&ConnectorKind::AwsSqs) }
}

#[test]
fn spaces_around_the_names_of_a_cloud_can_be_removed() {
    let topic = |topic: &str| {
        let audience = "//iam.googleapis.com/x".to_owned();
        draft(ConfigDraft::GoogleCloudPubsub(GoogleCloudPubsub {
            topic: topic.to_owned(),
            audience,
            ..GoogleCloudPubsub::default()
        }))
    };
    let spaced = topic("projects/p/topics/t ");
    assert_eq!(spaced.problems(&CLOUD), []);
    let lint = alone(&spaced).remove(0);
    assert_eq!((lint.severity, lint.field), (Severity::Warning, Some(Field::Topic)));
    assert_eq!(fixed(spaced, &Surroundings::default()), topic("projects/p/topics/t"));
}

#[test]
fn each_field_that_can_be_saved_with_spaces_is_looked_at() {
    let azure = draft(ConfigDraft::AzureServiceBus(AzureServiceBus {
        url: "sb://a.servicebus.windows.net/t".to_owned(),
        tenant_id: "a ".to_owned(),
        client_id: " a".to_owned(),
        correlation_id: " ".to_owned(),
        ..AzureServiceBus::default()
    }));
    assert_eq!(fields(&alone(&azure)), [Field::TenantId, Field::ClientId, Field::CorrelationId].map(Some));
    let aws = draft(ConfigDraft::AwsSqs(AwsSqs {
        queue_url: "https://sqs.example.com/1/q".to_owned(),
        aws_role_arn: "arn:aws:iam::1:role/r\t".to_owned(),
        audience: " a".to_owned(),
        ..AwsSqs::default()
    }));
    assert_eq!(fields(&alone(&aws)), [Field::AwsRoleArn, Field::Audience].map(Some));
    for mut draft in [azure, aws] {
        for lint in alone(&draft) {
            lint.fix.unwrap().apply(&mut draft);
        }
        assert_eq!((alone(&draft), draft.problems(&Rules::default())), (vec![], vec![]));
    }
}
