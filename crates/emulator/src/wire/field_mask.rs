//! Which fields of a resource a PATCH changes (`dt-api.md` §3.4).

use serde_json::{Map, Value};

use super::query::QueryParameters;
use crate::refusal::Refusal;

/// The fields of a kind of resource, as a PATCH may name them.
#[derive(Debug)]
pub struct Fields {
    /// Every field that a PATCH can change, each as a whole.
    pub changing: &'static [&'static str],
    /// Fields that clients may name and that never change.
    pub fixed: &'static [&'static str],
}

/// Those of a Data Connector.
const CONNECTOR: Fields = Fields {
    changing: &[
        "displayName",
        "status",
        "events",
        "labels",
        "httpConfig.url",
        "httpConfig.signatureSecret",
        "httpConfig.headers",
        "azureServiceBusConfig.url",
        "azureServiceBusConfig.authenticationConfig.tenantId",
        "azureServiceBusConfig.authenticationConfig.clientId",
        "azureServiceBusConfig.brokerProperties.correlationId",
        "azureEventHubConfig.url",
        "azureEventHubConfig.authenticationConfig.tenantId",
        "azureEventHubConfig.authenticationConfig.clientId",
        "pubsubConfig.topic",
        "pubsubConfig.audience",
        "awsSqsConfig.queueUrl",
        "awsSqsConfig.awsRoleArn",
        "awsSqsConfig.audience",
    ],
    fixed: &["name", "type"],
};

/// The fields that a PATCH changes.
#[derive(Debug)]
pub struct FieldMask(Vec<&'static str>);

impl Fields {
    /// The fields that a PATCH changes: those in `updateMask`, or without one those that the body has. An object in the body
    /// counts as a whole.
    pub fn to_change(&self, body: &Value, query: &QueryParameters) -> Result<FieldMask, Refusal> {
        match query.first("updateMask") {
            None | Some("") => Ok(self.present_in(body, false)),
            Some(mask) => self.named_in(mask),
        }
    }

    fn named_in(&self, mask: &str) -> Result<FieldMask, Refusal> {
        let mut fields = Vec::new();
        for path in mask.split(',').map(str::trim) {
            let named = fields.len();
            fields.extend(self.changing.iter().filter(|field| is_within(field, path)));
            if fields.len() == named && !self.fixed.contains(&path) {
                return Err(Refusal::invalid("updateMask", format!("unknown field {path}")));
            }
        }
        Ok(FieldMask(fields))
    }

    fn present_in(&self, body: &Value, keeps_rest: bool) -> FieldMask {
        let is_present = |field: &&str| {
            let object = field.split_once('.').map(|(object, _)| object);
            at(body, field).is_some()
                || !keeps_rest && object.is_some_and(|object| at(body, object).is_some())
        };
        FieldMask(self.changing.iter().copied().filter(is_present).collect())
    }
}

impl FieldMask {
    /// The mask in an `updateMask` parameter of a Data Connector: paths joined by commas, where an object's path means all in
    /// it.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        CONNECTOR.named_in(text)
    }

    /// The fields of a Data Connector that a body has. Parts that a config object leaves out count as fields it has unless
    /// `keeps_rest`.
    pub fn present_in(body: &Value, keeps_rest: bool) -> Self {
        CONNECTOR.present_in(body, keeps_rest)
    }

    /// Gives the fields the values that `body` has for them; a field that it lacks goes back to its default.
    pub fn apply(&self, body: &Value, mut resource: Value) -> Value {
        for field in &self.0 {
            put(&mut resource, field, at(body, field).cloned());
        }
        resource
    }
}

fn is_within(field: &str, path: &str) -> bool {
    field.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn at<'a>(json: &'a Value, field: &str) -> Option<&'a Value> {
    field.split('.').try_fold(json, |object, member| object.get(member))
}

fn put(json: &mut Value, field: &str, value: Option<Value>) {
    let Value::Object(members) = json else { return };
    match (field.split_once('.'), value) {
        (Some((object, rest)), value) => {
            let object = members.entry(object).or_insert_with(|| Value::Object(Map::new()));
            put(object, rest, value);
        }
        (None, Some(value)) => {
            members.insert(field.to_owned(), value);
        }
        (None, None) => {
            members.remove(field);
        }
    }
}
