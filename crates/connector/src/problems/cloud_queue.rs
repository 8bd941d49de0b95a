//! Checks of the cloud queues' fields: that they are there, and look like what the cloud calls them
//! (`dt-api.md` §3.1).

use dt_api::{AwsSqs, AzureEventHub, AzureServiceBus, GoogleCloudPubsub};

use super::url::endpoint_problem;
use super::{Field, Problem, Rules};

pub(super) fn azure_service_bus(draft: &AzureServiceBus, problems: &mut Vec<Problem>) {
    let url = "Enter the URL of a topic, such as sb://namespace.servicebus.windows.net/topic.";
    check(problems, Field::Url, is_azure_url(&draft.url), url);
    azure_authentication(&draft.tenant_id, &draft.client_id, problems);
}

pub(super) fn azure_event_hub(draft: &AzureEventHub, problems: &mut Vec<Problem>) {
    let url = "Enter the URL of an event hub, such as sb://namespace.servicebus.windows.net/eventhub.";
    check(problems, Field::Url, is_azure_url(&draft.url), url);
    azure_authentication(&draft.tenant_id, &draft.client_id, problems);
}

pub(super) fn google_cloud_pubsub(draft: &GoogleCloudPubsub, problems: &mut Vec<Problem>) {
    let topic = "Enter the full name of a topic, such as projects/my-project/topics/my-topic.";
    check(problems, Field::Topic, is_topic(&draft.topic), topic);
    let audience =
        "Enter the workload identity provider's full name, which starts with //iam.googleapis.com/.";
    check(problems, Field::Audience, is_filled(&draft.audience), audience);
}

pub(super) fn aws_sqs(draft: &AwsSqs, problems: &mut Vec<Problem>) {
    let queue_url =
        "Enter the queue's URL, such as https://sqs.eu-west-1.amazonaws.com/123456789012/my-queue.";
    let is_url = endpoint_problem(&draft.queue_url, Rules::default()).is_none();
    check(problems, Field::QueueUrl, is_url, queue_url);
    let role = "Enter the role's ARN, such as arn:aws:iam::123456789012:role/my-role.";
    check(problems, Field::AwsRoleArn, is_role_arn(&draft.aws_role_arn), role);
    let audience = "Enter the audience that the role's trust policy asks for.";
    check(problems, Field::Audience, is_filled(&draft.audience), audience);
}

fn azure_authentication(tenant_id: &str, client_id: &str, problems: &mut Vec<Problem>) {
    check(problems, Field::TenantId, is_filled(tenant_id), "Enter the ID of the Azure tenant.");
    check(problems, Field::ClientId, is_filled(client_id), "Enter the client ID of the Azure application.");
}

fn check(problems: &mut Vec<Problem>, field: Field, is_right: bool, message: &str) {
    if !is_right {
        problems.push(Problem::new(field, message));
    }
}

fn is_filled(text: &str) -> bool {
    !text.trim().is_empty()
}

fn is_azure_url(url: &str) -> bool {
    let rest = url.strip_prefix("sb://").filter(|rest| !rest.contains(char::is_whitespace));
    rest.and_then(|rest| rest.split_once('/'))
        .is_some_and(|(host, entity)| !host.is_empty() && !entity.is_empty())
}

fn is_topic(topic: &str) -> bool {
    match topic.split('/').collect::<Vec<_>>().as_slice() {
        ["projects", project, "topics", topic] => is_filled(project) && is_filled(topic),
        _ => false,
    }
}

/// `arn:<partition>:iam::<account>:role/<path and name>`
fn is_role_arn(arn: &str) -> bool {
    match arn.splitn(6, ':').collect::<Vec<_>>().as_slice() {
        ["arn", partition, "iam", "", account, role] => {
            is_filled(partition) && is_filled(account) && role.strip_prefix("role/").is_some_and(is_filled)
        }
        _ => false,
    }
}
