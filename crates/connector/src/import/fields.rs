//! The fields of a Data Connector out of an object with the names of the API (`dt-api.md` §3.1).

use dt_api::{ConnectorKind, ConnectorName, ProjectId, Status};
use serde_json::{Map, Value};

use super::{Imported, LeftOut, Reason, Source, apply};
use crate::change::Change;
use crate::draft::Draft;
use crate::secret::is_credential;
use crate::{template, userinfo};

/// What the code gives a field.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Given {
    Text(String),
    /// A URL around a user name and password that the code does not say.
    AroundUserinfo(String, String),
    Flag(bool),
    List(Vec<String>),
    /// The headers, some of them with a value that the code does not say.
    Headers(Vec<(String, Option<String>)>),
}

/// Reads an object whose names and texts are templates.
pub(super) fn read(source: Source, fields: &Map<String, Value>) -> Imported {
    let plain = |field: &str| fields.get(field).and_then(Value::as_str).and_then(template::plain);
    let kind = match plain("type") {
        Some(kind) => Some(ConnectorKind::from(kind.as_str())),
        None => fields.iter().filter(|(_, value)| !value.is_null()).find_map(|(field, _)| kind_of(field)),
    };
    let name = plain("name").and_then(|name| ConnectorName::parse(&name));
    let project = name.as_ref().map(|name| name.project.clone());
    let mut reader = Reader { kind, given: Vec::new(), left_out: Vec::new() };
    for (field, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
        reader.field(field, value);
    }
    let Reader { kind, given, left_out } = reader;
    let project = project.or_else(|| ProjectId::from_name(&plain("project")?));
    Imported { source, kind, name, project, left_out, given }
}

/// The type of which a field holds the configuration.
fn kind_of(field: &str) -> Option<ConnectorKind> {
    Some(match field {
        "httpConfig" => ConnectorKind::HttpPush,
        "azureServiceBusConfig" => ConnectorKind::AzureServiceBus,
        "azureEventHubConfig" => ConnectorKind::AzureEventHub,
        "pubsubConfig" => ConnectorKind::GoogleCloudPubsub,
        "awsSqsConfig" => ConnectorKind::AwsSqs,
        _ => return None,
    })
}

fn text_member(member: &str) -> Option<Change> {
    Some(match member {
        "url" => Change::Url,
        "signatureSecret" => Change::SignatureSecret,
        "tenantId" => Change::TenantId,
        "clientId" => Change::ClientId,
        "correlationId" => Change::CorrelationId,
        "topic" => Change::Topic,
        "queueUrl" => Change::QueueUrl,
        "awsRoleArn" => Change::AwsRoleArn,
        "audience" => Change::Audience,
        _ => return None,
    })
}

struct Reader {
    kind: Option<ConnectorKind>,
    given: Vec<(Change, Given)>,
    left_out: Vec<LeftOut>,
}

impl Reader {
    fn field(&mut self, field: &str, value: &Value) {
        match (field, value) {
            ("name" | "type" | "project", _) => {}
            ("displayName", _) => {
                let text = self.text(field, value);
                self.give(Change::DisplayName, text.map(Given::Text));
            }
            ("status", _) => {
                let status = self.text(field, value);
                let is_active = status.map(|status| status == Status::Active.as_str());
                self.give(Change::Status, is_active.map(Given::Flag));
            }
            ("events", Value::Array(items)) => {
                let events = self.list(field, items);
                self.give(Change::Events, events);
            }
            ("labels", Value::Array(items)) => {
                let labels = self.list(field, items);
                self.give(Change::Labels, labels);
            }
            (_, Value::Object(members)) if self.is_own_config(field) => self.config(field, members),
            ("events" | "labels", _) => self.refuse(field, value),
            _ if self.is_own_config(field) => self.refuse(field, value),
            _ => self.leave_out(field, Reason::Unknown),
        }
    }

    /// Whether a field holds the configuration of the type that is read.
    fn is_own_config(&self, field: &str) -> bool {
        let kind = kind_of(field);
        kind.is_some() && kind == self.kind
    }

    fn config(&mut self, path: &str, members: &Map<String, Value>) {
        for (member, value) in members.iter().filter(|(_, value)| !value.is_null()) {
            let path = [path, ".", member].concat();
            match (member.as_str(), value) {
                ("authenticationConfig" | "brokerProperties", Value::Object(members)) => {
                    self.config(&path, members);
                }
                ("headers", Value::Object(headers)) if self.kind == Some(ConnectorKind::HttpPush) => {
                    let headers = headers.iter().filter_map(|(name, value)| self.header(&path, name, value));
                    let headers = headers.collect();
                    self.give(Change::Headers, Some(Given::Headers(headers)));
                }
                ("authenticationConfig" | "brokerProperties" | "headers", _) => self.refuse(&path, value),
                _ => match text_member(member).filter(|change| self.has(*change)) {
                    Some(change) => {
                        let given = self.member(change, &path, value);
                        self.give(change, given);
                    }
                    None => self.leave_out(&path, Reason::Unknown),
                },
            }
        }
    }

    /// Whether the form of the type has such a field.
    fn has(&self, change: Change) -> bool {
        self.kind.as_ref().is_some_and(|kind| apply::has(&mut Draft::new(kind).config, change))
    }

    fn member(&mut self, change: Change, path: &str, value: &Value) -> Option<Given> {
        let template = value.as_str().unwrap_or_default();
        match (change, userinfo::split(template)) {
            (Change::SignatureSecret, _) if is_placeholder(template) => {
                self.leave_out_variable(path, template);
                None
            }
            (Change::Url | Change::QueueUrl, Some((before, userinfo, after)))
                if is_placeholder(userinfo) || template::plain(userinfo).is_none() =>
            {
                self.around_userinfo(path, [before, userinfo, after])
            }
            _ => self.text(path, value).map(Given::Text),
        }
    }

    fn around_userinfo(&mut self, path: &str, [before, userinfo, after]: [&str; 3]) -> Option<Given> {
        self.leave_out_variable(path, userinfo);
        Some(Given::AroundUserinfo(template::plain(before)?, template::plain(after)?))
    }

    fn header(&mut self, path: &str, name: &str, value: &Value) -> Option<(String, Option<String>)> {
        let path = [path, ".", name].concat();
        let Some(name) = template::plain(name) else {
            self.leave_out_variable(&path, &path);
            return None;
        };
        let placeholder = value.as_str().filter(|value| is_credential(&name) && is_placeholder(value));
        if let Some(placeholder) = placeholder {
            self.leave_out_variable(&path, placeholder);
            return Some((name, None));
        }
        let value = self.text(&path, value);
        Some((name, value))
    }

    /// The text without variables, or `None` after saying why there is none.
    fn text(&mut self, path: &str, value: &Value) -> Option<String> {
        let Value::String(template) = value else {
            self.leave_out(path, Reason::Malformed);
            return None;
        };
        let text = template::plain(template);
        if text.is_none() {
            self.leave_out_variable(path, template);
        }
        text
    }

    fn list(&mut self, path: &str, items: &[Value]) -> Option<Given> {
        let texts: Option<Vec<_>> = items.iter().map(|item| self.text(path, item)).collect();
        texts.map(Given::List)
    }

    /// Says why a value is not taken that should be a list or an object.
    fn refuse(&mut self, path: &str, value: &Value) {
        if self.text(path, value).is_some() {
            self.leave_out(path, Reason::Malformed);
        }
    }

    fn give(&mut self, change: Change, given: Option<Given>) {
        self.given.extend(given.map(|given| (change, given)));
    }

    fn leave_out(&mut self, path: &str, reason: Reason) {
        let path = template::filled(path, String::push_str);
        self.left_out.push(LeftOut { path, reason });
    }

    /// Names each variable of a template, or the placeholder.
    fn leave_out_variable(&mut self, path: &str, template: &str) {
        if is_placeholder(template) {
            return self.leave_out(path, Reason::Variable(template.trim_matches(['<', '>']).to_owned()));
        }
        for name in template::variables(template) {
            self.leave_out(path, Reason::Variable(name.to_owned()));
        }
    }
}

/// Whether a text stands for a secret in JSON, as in `<SIGNATURE_SECRET>`.
fn is_placeholder(text: &str) -> bool {
    let name = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    let is_named = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(is_named))
}
