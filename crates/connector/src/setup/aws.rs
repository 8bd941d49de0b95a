//! What an Amazon SQS queue needs. Which issuer and subject the tokens of DT Cloud have is not documented
//! (`dt-api.md` §3.1, §5.3).

mod arns;

use dt_api::AwsSqs;
use serde_json::{Value, json};

use super::command::{Command, pretty};
use super::known::or_placeholder;
use super::{Guide, ISSUER, Placeholder, SUBJECT, Step};
use crate::template;
use arns::{Queue, Role};

const INTRO: &str = "DT Cloud signs in to AWS through workload identity federation: it shows a token that AWS trusts because of what you set up here, and acts as the role for a short time, so no access key is stored. The commands are for a POSIX shell with the AWS CLI, such as the AWS CloudShell.";

const PLACEHOLDERS: [Placeholder; 9] = [
    ISSUER,
    Placeholder::new("ISSUER_WITHOUT_HTTPS", "The same issuer without https:// at its beginning."),
    SUBJECT,
    Placeholder::new(
        "AUDIENCE",
        "The audience of the tokens, such as sts.amazonaws.com. Enter it in the form, and it is filled in.",
    ),
    Placeholder::new(
        "ROLE_ACCOUNT_ID",
        "The 12 digits of the AWS account with the role. Enter the AWS role ARN in the form, and it is filled in.",
    ),
    Placeholder::new(
        "ROLE",
        "The name of the role. Enter the AWS role ARN in the form, and it is filled in.",
    ),
    Placeholder::new(
        "REGION",
        "The region of the queue, such as eu-west-1. Enter the queue URL in the form, and it is filled in.",
    ),
    Placeholder::new(
        "QUEUE_ACCOUNT_ID",
        "The 12 digits of the AWS account with the queue. Enter the queue URL in the form, and it is filled in.",
    ),
    Placeholder::new("QUEUE", "The name of the queue. Enter the queue URL in the form, and it is filled in."),
];

pub(super) fn guide(config: &AwsSqs) -> Guide {
    let audience = or_placeholder(Some(&config.audience), "AUDIENCE");
    let queue = Queue::of(&config.queue_url);
    let role = Role::of(&config.aws_role_arn);
    let partition = role.partition.or(queue.partition()).unwrap_or("aws");
    let name = or_placeholder(role.name, "ROLE");
    let queue_arn = queue.arn(partition);

    let create = Command::new("aws sqs create-queue")
        .option("--queue-name", &or_placeholder(queue.name, "QUEUE"))
        .option("--region", &or_placeholder(queue.region, "REGION"));
    // As JSON, because the CLI would read the file or the page that a text on its own names.
    let provider = Command::new("aws iam create-open-id-connect-provider")
        .option("--url", &template::variable("ISSUER"))
        .option("--client-id-list", &json!([audience]).to_string());
    let mut create_role = Command::new("aws iam create-role");
    if let Some(path) = role.path {
        create_role = create_role.option("--path", path);
    }
    let create_role = create_role
        .option("--role-name", &name)
        .json("--assume-role-policy-document", &trust_policy(&role, partition, &audience));
    let allow = Command::new("aws iam put-role-policy")
        .option("--role-name", &name)
        .option("--policy-name", "dt-data-connector")
        .json("--policy-document", &policy([("Resource", queue_arn.clone().into())]));

    let mut steps = vec![
        Step::new(
            "Create the queue",
            "Skip this if there is one. Take a standard queue: whether DT Cloud can send to a FIFO queue is not documented.",
            create,
        ),
        Step::new(
            "Trust the issuer of DT Cloud’s tokens",
            "Once per AWS account, the one with the role. AWS then accepts the issuer’s tokens for this audience, and no role is open to them yet.",
            provider,
        ),
        Step::new(
            "Create the role that DT Cloud takes on",
            "Keep the subject in its trust policy: without it, tokens for others who use the same issuer and audience may be let in too. If there is a role already, give it this policy as its trust policy.",
            create_role,
        ),
        Step::new(
            "Allow the role to send to the queue",
            "It may send there, and do nothing else. If a KMS key of your own encrypts the queue, the role needs kms:GenerateDataKey and kms:Decrypt for this key too.",
            allow,
        ),
    ];
    if role.account.is_none() || role.account != queue.account {
        let statement =
            [("Principal", json!({ "AWS": role.arn(partition) })), ("Resource", queue_arn.into())];
        steps.push(Step::new(
            "Let the role in from another AWS account",
            "Needed only if the queue is in another account than the role. Add this to the queue’s access policy, beside what it allows already.",
            pretty(&policy(statement)),
        ));
    }
    Guide::new(INTRO, steps, &PLACEHOLDERS)
}

/// Who may take on the role.
fn trust_policy(role: &Role<'_>, partition: &str, audience: &str) -> Value {
    let issuer = template::variable("ISSUER_WITHOUT_HTTPS");
    let provider = ["arn:", partition, ":iam::", &role.account_id(), ":oidc-provider/", &issuer].concat();
    json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "Federated": provider },
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": { "StringEquals": {
                [issuer.as_str(), ":aud"].concat(): audience,
                [issuer.as_str(), ":sub"].concat(): template::variable("SUBJECT"),
            } },
        }],
    })
}

/// Allows to send messages.
fn policy<const N: usize>(particulars: [(&str, Value); N]) -> Value {
    let mut statement = json!({ "Effect": "Allow", "Action": "sqs:SendMessage" });
    if let Some(statement) = statement.as_object_mut() {
        statement.extend(particulars.map(|(member, value)| (member.to_owned(), value)));
    }
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}
