//! What must be set up where a draft forwards to, with commands and policies to paste.
//!
//! DT Cloud signs in to the clouds through workload identity federation (`dt-api.md` §3.1). Neither the issuer of its
//! tokens nor, but for Pub/Sub, their subject is documented, so these are placeholders, and the texts say so.

mod aws;
mod azure;
mod command;
mod google_cloud;
mod http_push;
mod known;

use crate::draft::{ConfigDraft, Draft};
use crate::template;

/// What must be set up, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// What the steps are for.
    pub intro: &'static str,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What stands in angle brackets in the code.
    pub placeholders: Vec<Placeholder>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do. Each step of a guide has its own.
    pub title: &'static str,
    /// What comes of it, and what to look out for.
    pub text: &'static str,
    /// Commands for a POSIX shell, or a policy as JSON.
    pub code: Option<String>,
}

/// What a person must put into the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Its name, which is between angle brackets in the code.
    pub name: &'static str,
    /// What it stands for, and where to find it.
    pub meaning: &'static str,
}

/// What the guide for where the draft forwards to is called; nothing where this console does not know the type.
#[must_use]
pub fn title(draft: &Draft) -> Option<&'static str> {
    match &draft.config {
        ConfigDraft::HttpPush(_) => Some("What your receiver must do"),
        ConfigDraft::AzureServiceBus(_) | ConfigDraft::AzureEventHub(_) => Some("What to set up in Azure"),
        ConfigDraft::GoogleCloudPubsub(_) => Some("What to set up in Google Cloud"),
        ConfigDraft::AwsSqs(_) => Some("What to set up in AWS"),
        ConfigDraft::Unknown(_) => None,
    }
}

/// The guide for where the draft forwards to, filled in as far as the draft is. Whatever the draft holds, a command does
/// nothing but what it shows. Neither secrets nor a password in a URL are in it.
#[must_use]
pub fn guide(draft: &Draft) -> Option<Guide> {
    match &draft.config {
        ConfigDraft::HttpPush(_) => Some(http_push::guide()),
        ConfigDraft::AzureServiceBus(config) => Some(azure::service_bus(config)),
        ConfigDraft::AzureEventHub(config) => Some(azure::event_hub(config)),
        ConfigDraft::GoogleCloudPubsub(config) => Some(google_cloud::guide(config)),
        ConfigDraft::AwsSqs(config) => Some(aws::guide(config)),
        ConfigDraft::Unknown(_) => None,
    }
}

impl Guide {
    /// The steps' code is a template each, whose variables are among the placeholders.
    fn new(intro: &'static str, mut steps: Vec<Step>, placeholders: &[Placeholder]) -> Self {
        let is_used = |placeholder: &&Placeholder| {
            let mut code = steps.iter().filter_map(|step| step.code.as_deref());
            code.any(|code| template::variables(code).any(|name| name == placeholder.name))
        };
        let placeholders = placeholders.iter().filter(is_used).copied().collect();
        for code in steps.iter_mut().filter_map(|step| step.code.as_mut()) {
            *code = template::filled(code, |text, name| {
                text.push('<');
                text.push_str(name);
                text.push('>');
            });
        }
        Self { intro, steps, placeholders }
    }
}

impl Step {
    fn new(title: &'static str, text: &'static str, code: impl Into<String>) -> Self {
        Self { title, text, code: Some(code.into()) }
    }
}

impl Placeholder {
    const fn new(name: &'static str, meaning: &'static str) -> Self {
        Self { name, meaning }
    }
}

const ISSUER: Placeholder = Placeholder::new(
    "ISSUER",
    "The issuer of the tokens that DT Cloud signs in with, an address that begins with https://. It is not documented, and DT’s Terraform example does not name it: ask DT. It need not be the issuer that signs events.",
);
const SUBJECT: Placeholder = Placeholder::new(
    "SUBJECT",
    "The subject of the tokens that DT Cloud signs in with. It is not documented for this type: ask DT. In DT’s Terraform example for Google Cloud Pub/Sub it is the ID of your organization in DT.",
);
