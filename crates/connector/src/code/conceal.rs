//! Variables in place of secrets.

use serde_json::{Map, Value};

use super::Variable;
use crate::member_name::to_snake_case;
use crate::secret::is_credential;
use crate::{template, userinfo};

/// What every Data Connector has beside its configuration; none of it is a secret.
const OPEN: [&str; 6] = ["name", "displayName", "type", "status", "events", "labels"];

/// A body or a Data Connector as templates, and the variables that they have.
pub(super) fn conceal(connector: &Value) -> (Value, Vec<Variable>) {
    let mut secrets = Secrets::default();
    let Value::Object(fields) = connector else { return (secrets.concealed(connector, "", ""), secrets.0) };
    let mut concealed = Map::new();
    for (field, value) in fields {
        let value = if OPEN.contains(&field.as_str()) {
            as_template(value)
        } else {
            secrets.concealed(value, field, "")
        };
        concealed.insert(template::literal(field).into_owned(), value);
    }
    (Value::Object(concealed), secrets.0)
}

/// JSON for people to read.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

pub(super) fn as_template(value: &Value) -> Value {
    match value {
        Value::String(text) => template::literal(text).into(),
        Value::Array(items) => items.iter().map(as_template).collect(),
        other => other.clone(),
    }
}

/// The variables found so far.
#[derive(Default)]
struct Secrets(Vec<Variable>);

impl Secrets {
    /// `member` is what the value is called, within `parent`.
    fn concealed(&mut self, value: &Value, member: &str, parent: &str) -> Value {
        match value {
            Value::String(text) => self.text(text, member, parent).into(),
            Value::Array(items) => items.iter().map(|item| self.concealed(item, member, parent)).collect(),
            Value::Object(fields) => {
                let mut concealed = Map::new();
                for (name, value) in fields {
                    let value = self.concealed(value, name, member);
                    concealed.insert(template::literal(name).into_owned(), value);
                }
                Value::Object(concealed)
            }
            other => other.clone(),
        }
    }

    fn text(&mut self, text: &str, member: &str, parent: &str) -> String {
        if is_credential(member) && !text.is_empty() {
            let is_header = parent == "headers";
            let (prefix, purpose) = match member {
                "signatureSecret" => ("", "The secret that events are signed with.".to_owned()),
                _ if is_header => ("header_", ["The value of the header ", member, "."].concat()),
                _ => ("config_", ["The value of ", member, "."].concat()),
            };
            return self.variable(&[prefix, &to_snake_case(member)].concat(), purpose);
        }
        let is_url = member.to_ascii_lowercase().ends_with("url");
        match userinfo::split(text).filter(|_| is_url) {
            Some((before, _, after)) => {
                let purpose = "The user name and password in the URL, as user:password, percent-encoded.";
                let variable = self.variable("url_userinfo", purpose.to_owned());
                [&template::literal(before), variable.as_str(), &template::literal(after)].concat()
            }
            None => template::literal(text).into_owned(),
        }
    }

    /// A new variable, called like no other.
    fn variable(&mut self, name: &str, purpose: String) -> String {
        let name = name.to_ascii_uppercase();
        let mut unique = name.clone();
        let mut number = 1_u32;
        while self.0.iter().any(|other| other.name == unique) {
            number += 1;
            unique = [&name, "_", &number.to_string()].concat();
        }
        let template = template::variable(&unique);
        self.0.push(Variable { name: unique, purpose });
        template
    }
}
