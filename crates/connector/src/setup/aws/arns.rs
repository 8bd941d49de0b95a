//! What AWS calls the queue and the role that the form names.

use super::or_placeholder;
use crate::setup::known::is_name;
use crate::url_parts::UrlParts;

/// What the URL of a queue says, `https://sqs.<region>.amazonaws.com/<account>/<queue>`.
#[derive(Default)]
pub(super) struct Queue<'a> {
    pub(super) region: Option<&'a str>,
    pub(super) account: Option<&'a str>,
    pub(super) name: Option<&'a str>,
}

impl<'a> Queue<'a> {
    pub(super) fn of(url: &'a str) -> Self {
        let Some(url) = UrlParts::of(url.trim()) else { return Self::default() };
        let region = match url.host.split('.').collect::<Vec<_>>().as_slice() {
            ["sqs" | "sqs-fips", region, "amazonaws", "com"]
            | ["sqs" | "sqs-fips", region, "amazonaws", "com", "cn"]
            // As SQS had it at first.
            | [region, "queue", "amazonaws", "com"] => known(region),
            _ => None,
        };
        let path = url.path_and_query().split('?').next().unwrap_or_default();
        let (account, name) = match path.split('/').collect::<Vec<_>>().as_slice() {
            ["", account, name] | ["", account, name, ""] => (known(account), known(name)),
            ["", account] => (known(account), None),
            _ => (None, None),
        };
        Self { region, account, name }
    }

    /// China and the United States' government have clouds of their own.
    pub(super) fn partition(&self) -> Option<&'static str> {
        let region = self.region?;
        Some(if region.starts_with("cn-") {
            "aws-cn"
        } else if region.starts_with("us-gov-") {
            "aws-us-gov"
        } else {
            "aws"
        })
    }

    /// As a template.
    pub(super) fn arn(&self, partition: &str) -> String {
        let region = or_placeholder(self.region, "REGION");
        let account = or_placeholder(self.account, "QUEUE_ACCOUNT_ID");
        ["arn:", partition, ":sqs:", &region, ":", &account, ":", &or_placeholder(self.name, "QUEUE")]
            .concat()
    }
}

/// What the ARN of a role says, `arn:<partition>:iam::<account>:role/<path>/<name>`.
#[derive(Default)]
pub(super) struct Role<'a> {
    pub(super) partition: Option<&'a str>,
    pub(super) account: Option<&'a str>,
    /// With the slashes around it, where there is one.
    pub(super) path: Option<&'a str>,
    pub(super) name: Option<&'a str>,
}

impl<'a> Role<'a> {
    pub(super) fn of(arn: &'a str) -> Self {
        let parts: Vec<_> = arn.trim().splitn(6, ':').collect();
        let ["arn", partition, "iam", "", account, role] = parts.as_slice() else { return Self::default() };
        let role = role.strip_prefix("role").unwrap_or_default();
        let (path, name) = role.split_at(role.rfind('/').map_or(0, |slash| slash + 1));
        let (path, name) = match path.trim_matches('/') {
            "" => (None, known(name)),
            inner => (known(inner).map(|_| path), known(inner).and(known(name))),
        };
        Self { partition: known(partition), account: known(account), path, name }
    }

    /// As a template.
    pub(super) fn account_id(&self) -> String {
        or_placeholder(self.account, "ROLE_ACCOUNT_ID")
    }

    /// As a template.
    pub(super) fn arn(&self, partition: &str) -> String {
        let path = self.path.unwrap_or("/");
        let name = or_placeholder(self.name, "ROLE");
        ["arn:", partition, ":iam::", &self.account_id(), ":role", path, &name].concat()
    }
}

fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| is_name(text))
}
