//! Sending events to an Amazon SQS queue.

use serde_json::Value;

use super::Extra;
use crate::decode::{self, Fields};

/// The configuration of an `AWS_SQS` connector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwsSqs {
    /// The HTTPS URL of the queue.
    pub queue_url: String,
    /// The role that DT Cloud takes on, `arn:aws:iam::<account>:role/<role>`.
    pub aws_role_arn: String,
    /// The audience of the token that DT Cloud presents to AWS.
    pub audience: String,
    /// Fields that this crate does not know.
    pub extra: Extra,
}

impl AwsSqs {
    pub(super) fn from_fields(fields: &Fields) -> Option<Self> {
        Some(Self {
            queue_url: decode::text(fields, "queueUrl").ok()?,
            aws_role_arn: decode::text(fields, "awsRoleArn").ok()?,
            audience: decode::text(fields, "audience").ok()?,
            extra: decode::rest(fields, &["queueUrl", "awsRoleArn", "audience"]),
        })
    }

    pub(super) fn to_json(&self) -> Value {
        let mut fields = self.extra.0.clone();
        fields.insert("queueUrl".to_owned(), self.queue_url.as_str().into());
        fields.insert("awsRoleArn".to_owned(), self.aws_role_arn.as_str().into());
        fields.insert("audience".to_owned(), self.audience.as_str().into());
        Value::Object(fields)
    }
}
