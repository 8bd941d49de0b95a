//! A resource of DT's Terraform provider, as its source of August 2025 has it (`dt-api.md` §10.2, §11).
//!
//! The provider reads `status` and never takes it, so it is not written. What it would read back as an empty text where
//! nothing was written is written as an empty text, because the provider reports the difference as an error. Not certain:
//! whether a later version of the provider mends what the comments warn of. Terraform turns texts into their composed
//! Unicode form (NFC), which the code cannot prevent.

use dt_api::Status;
use serde_json::{Map, Value, json};

use super::escape::escape;
use super::save::Save;
use super::{Code, Target, Variable, conceal};
use crate::member_name::to_snake_case;
use crate::template::{self, Piece};

/// The fields that the provider has attributes for, before and within the configuration.
const FIELDS: [&str; 4] = ["displayName", "type", "events", "labels"];
const MEMBERS: [&str; 12] = [
    "audience",
    "authenticationConfig",
    "awsRoleArn",
    "brokerProperties",
    "clientId",
    "correlationId",
    "headers",
    "queueUrl",
    "signatureSecret",
    "tenantId",
    "topic",
    "url",
];

pub(super) fn write(save: &Save<'_>) -> Code {
    let Some(config) = save.config else {
        let text = "# DT's Terraform provider has no Data Connectors of this type.\n".to_owned();
        return Code { text, variables: Vec::new() };
    };
    let mut attributes = Map::new();
    attributes.insert(config.to_owned(), attributes_of(config, save.wanted.get(config)));
    let (configuration, mut variables) = conceal::conceal(&Value::Object(attributes));
    for variable in &mut variables {
        variable.name.make_ascii_lowercase();
    }
    let label = label(&save.wanted);
    let mut code = String::new();
    comment(&mut code, &save.wanted, config);
    if let Target::Update(original) = save.target {
        code.push_str("import {\n  to = dt_data_connector.");
        code.push_str(&label);
        code.push_str("\n  id = ");
        string(&mut code, &template::literal(&original.name.to_string()));
        code.push_str("\n}\n\n");
    }
    for variable in &variables {
        declare(&mut code, variable);
    }
    code.push_str("resource \"dt_data_connector\" \"");
    code.push_str(&label);
    code.push_str("\" ");
    object(&mut code, &members(save, configuration), 0);
    code.push('\n');
    Code { text: code, variables }
}

/// What applying the code does beside what it says.
fn comment(code: &mut String, wanted: &Value, config: &str) {
    code.push_str("# The provider sets the status ACTIVE: ");
    let is_enabled = wanted.get("status").and_then(Value::as_str) == Some(Status::Active.as_str());
    code.push_str(if is_enabled {
        "an apply also enables a Data Connector that was disabled.\n"
    } else {
        "an apply enables this Data Connector, which should be disabled.\n"
    });
    let headers = wanted.get(config).and_then(|config| config.get("headers")).and_then(Value::as_object);
    if headers.is_some_and(|headers| !headers.is_empty()) {
        code.push_str(
            "# It was seen to put quotation marks around the values of headers: check what arrives.\n",
        );
    }
    code.push('\n');
}

/// The configuration without fields that the provider does not know, and with all that it wants.
fn attributes_of(config: &str, content: Option<&Value>) -> Value {
    let mut attributes = known(content);
    if config == "azureServiceBusConfig" && !attributes.contains_key("brokerProperties") {
        attributes.insert("brokerProperties".to_owned(), json!({ "correlationId": "" }));
    }
    Value::Object(attributes)
}

fn known(content: Option<&Value>) -> Map<String, Value> {
    let mut known_members = Map::new();
    for (member, value) in content.and_then(Value::as_object).into_iter().flatten() {
        if MEMBERS.contains(&member.as_str()) {
            let value = match value {
                Value::Object(_) if member != "headers" => Value::Object(known(Some(value))),
                _ => value.clone(),
            };
            known_members.insert(member.clone(), value);
        }
    }
    known_members
}

/// A name for the resource that people recognize.
fn label(wanted: &Value) -> String {
    let name = wanted.get("displayName").and_then(Value::as_str).unwrap_or_default();
    let name = to_snake_case(name);
    let name = name.trim_matches('_');
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.to_owned()
    } else {
        ["data_connector", if name.is_empty() { "" } else { "_" }, name].concat()
    }
}

fn declare(code: &mut String, variable: &Variable) {
    code.push_str("variable \"");
    code.push_str(&variable.name);
    code.push_str("\" {\n  description = ");
    string(code, &template::literal(&variable.purpose));
    code.push_str("\n  type        = string\n  sensitive   = true\n}\n\n");
}

/// The attributes of the resource, in order.
fn members(save: &Save<'_>, configuration: Value) -> Vec<(String, Value)> {
    let project = template::literal(&["projects/", save.project().as_str()].concat()).into_owned();
    let mut members = vec![("project".to_owned(), project.into())];
    for field in FIELDS {
        let value = save.wanted.get(field).map_or_else(|| "".into(), conceal::as_template);
        members.push((to_snake_case(field), value));
    }
    if let Value::Object(configuration) = configuration {
        members.extend(
            configuration.into_iter().map(|(field, value)| (to_snake_case(&field), in_snake_case(value))),
        );
    }
    members
}

/// An object with the provider's names; the names of headers stay as they are.
fn in_snake_case(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let renamed = members.into_iter().map(|(member, value)| {
                let value = if member == "headers" { quoted(value) } else { in_snake_case(value) };
                (to_snake_case(&member), value)
            });
            Value::Object(renamed.collect())
        }
        other => other,
    }
}

/// An object whose names are texts.
fn quoted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let quoted = members.into_iter().map(|(name, value)| {
                let mut key = String::new();
                string(&mut key, &name);
                (key, value)
            });
            Value::Object(quoted.collect())
        }
        other => other,
    }
}

/// As `terraform fmt` has it: what fits a line first, with the equals signs below each other.
fn object(code: &mut String, members: &[(String, Value)], depth: usize) {
    let is_long = |value: &Value| value.as_object().is_some_and(|members| !members.is_empty());
    let (long, short): (Vec<_>, Vec<_>) = members.iter().partition(|(_, value)| is_long(value));
    let width = short.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    code.push_str("{\n");
    for (name, value) in short.into_iter().chain(long) {
        indent(code, depth + 1);
        code.push_str(name);
        if !is_long(value) {
            code.extend(std::iter::repeat_n(' ', width.saturating_sub(name.chars().count())));
        }
        code.push_str(" = ");
        expression(code, value, depth + 1);
        code.push('\n');
    }
    indent(code, depth);
    code.push('}');
}

fn expression(code: &mut String, value: &Value, depth: usize) {
    match value {
        Value::String(template) => string(code, template),
        Value::Array(items) => {
            code.push('[');
            for (index, item) in items.iter().enumerate() {
                code.push_str(if index > 0 { ", " } else { "" });
                expression(code, item, depth);
            }
            code.push(']');
        }
        Value::Object(members) if members.is_empty() => code.push_str("{}"),
        Value::Object(members) => {
            let members: Vec<_> = members.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            object(code, &members, depth);
        }
        other => code.push_str(&other.to_string()),
    }
}

fn indent(code: &mut String, depth: usize) {
    code.extend(std::iter::repeat_n("  ", depth));
}

/// A text, or a variable alone.
fn string(code: &mut String, template: &str) {
    let mut pieces = template::pieces(template);
    if let (Some(Piece::Variable(name)), None) = (pieces.next(), pieces.next()) {
        code.push_str("var.");
        code.push_str(&name.to_ascii_lowercase());
        return;
    }
    code.push('"');
    for piece in template::pieces(template) {
        match piece {
            Piece::Text(text) => escape(code, text, &['$', '%']),
            Piece::Variable(name) => {
                // Before a brace that begins something, a dollar sign would be an escape of it.
                if code.ends_with('$') {
                    code.pop();
                    code.push_str("\\u0024");
                }
                code.push_str("${var.");
                code.push_str(&name.to_ascii_lowercase());
                code.push('}');
            }
        }
    }
    code.push('"');
}
