//! A program that uses DT's package `disruptive` (`dt-api.md` §10.1).

use dt_api::Method;
use serde_json::{Map, Value};

use super::escape::escape;
use super::save::Save;
use super::{Code, Variable, conceal};
use crate::template::{self, Piece};

/// The API that the package calls by itself (`dt-api.md` §1).
const BASE_URL: &str = "https://api.disruptive-technologies.com/v2";

/// What the package's functions call the fields of a Data Connector.
const KEYWORDS: [(&str, &str); 5] = [
    ("httpConfig", "config"),
    ("displayName", "display_name"),
    ("status", "status"),
    ("events", "event_types"),
    ("labels", "labels"),
];

/// What the package calls the fields of an HTTPS endpoint.
const HTTP_PUSH: [(&str, &str); 3] =
    [("url", "url"), ("signatureSecret", "signature_secret"), ("headers", "headers")];

pub(super) fn write(save: &Save<'_>) -> Code {
    let (body, secrets) = match &save.body {
        Some(body) => conceal::conceal(body),
        None => (Value::Null, Vec::new()),
    };
    let fields = body.as_object().filter(|body| is_known_to_package(body));
    let is_raw = fields.is_none() && !body.is_null();
    let is_elsewhere = save.base_url != BASE_URL;
    let mut program = Program::default();
    program.push(if secrets.is_empty() { "" } else { "import os\n\n" });
    program.push("import disruptive as dt\n");
    program.push(if is_raw { "from disruptive.requests import DTRequest\n\n" } else { "\n" });
    program.push(if is_elsewhere { SIGN_IN_BY_FILE } else { SIGN_IN_BY_KEY });
    if is_elsewhere {
        program.push("dt.base_url = ");
        program.string(&template::literal(save.base_url));
        program.push("\n");
    }
    program.push("\n");
    if is_raw {
        program.request(save, &body);
    } else {
        program.call(save, fields);
    }
    let mut variables = if is_elsewhere { vec![credentials_file()] } else { key().to_vec() };
    variables.extend(secrets);
    Code { text: program.text, variables }
}

const SIGN_IN_BY_KEY: &str = "# The package signs in by itself, with the three variables DT_SERVICE_ACCOUNT_KEY_ID,\n# DT_SERVICE_ACCOUNT_SECRET and DT_SERVICE_ACCOUNT_EMAIL.\n";
const SIGN_IN_BY_FILE: &str =
    "# The package signs in by itself, with the file that DT_CREDENTIALS_FILE names.\n";

fn key() -> [Variable; 3] {
    [
        Variable::new("DT_SERVICE_ACCOUNT_KEY_ID", "The ID of a service account's key."),
        Variable::new("DT_SERVICE_ACCOUNT_SECRET", "The secret of that key."),
        Variable::new("DT_SERVICE_ACCOUNT_EMAIL", "The service account's email address."),
    ]
}

/// The file names the token endpoint, which no variable of the package does.
fn credentials_file() -> Variable {
    Variable::new("DT_CREDENTIALS_FILE", "The path of a service account's credentials file.")
}

/// The package has functions for these fields only, and `HTTP_PUSH` is the only type that it can configure.
fn is_known_to_package(body: &Map<String, Value>) -> bool {
    body.iter().all(|(field, value)| match (field.as_str(), value) {
        ("type", kind) => kind == "HTTP_PUSH",
        ("httpConfig", Value::Object(config)) => {
            config.keys().all(|member| keyword(&HTTP_PUSH, member).is_some())
        }
        _ => keyword(&KEYWORDS, field).is_some(),
    })
}

fn keyword(keywords: &[(&str, &'static str)], field: &str) -> Option<&'static str> {
    keywords.iter().find(|(name, _)| *name == field).map(|(_, keyword)| *keyword)
}

#[derive(Default)]
struct Program {
    text: String,
    depth: usize,
}

impl Program {
    /// The package's function for what is to be done.
    fn call(&mut self, save: &Save<'_>, fields: Option<&Map<String, Value>>) {
        self.push("connector = dt.DataConnector.");
        self.push(match save.method {
            Method::Post => "create_data_connector(",
            Method::Patch => "update_data_connector(",
            _ => "get_data_connector(",
        });
        self.depth += 1;
        if let Some(connector) = save.connector_segment() {
            self.argument("data_connector_id", &connector.into());
        }
        self.argument("project_id", &save.project_segment().into());
        for (field, name) in KEYWORDS {
            match (field, fields.and_then(|fields| fields.get(field))) {
                ("httpConfig", Some(Value::Object(config))) => self.http_push(config),
                (_, Some(value)) => self.argument(name, value),
                _ => {}
            }
        }
        self.depth -= 1;
        self.line();
        self.push(")\nprint(connector.data_connector_id, connector.status)\n");
    }

    fn http_push(&mut self, config: &Map<String, Value>) {
        self.line();
        self.push("config=dt.DataConnector.HttpPushConfig(");
        self.depth += 1;
        for (member, name) in HTTP_PUSH {
            if let Some(value) = config.get(member) {
                self.argument(name, value);
            }
        }
        self.depth -= 1;
        self.line();
        self.push("),");
    }

    fn argument(&mut self, name: &str, value: &Value) {
        self.line();
        self.push(name);
        self.push("=");
        self.value(value);
        self.push(",");
    }

    /// A request of the package's own making, which can send everything.
    fn request(&mut self, save: &Save<'_>, body: &Value) {
        self.push("# The package has no function for all of this, so the request is sent as it is.\n");
        self.push(if save.method == Method::Post {
            "connector = DTRequest.post("
        } else {
            "connector = DTRequest.patch("
        });
        self.depth += 1;
        self.line();
        self.string(&save.path());
        self.push(",");
        self.argument("body", body);
        self.depth -= 1;
        self.line();
        self.push(")\nprint(connector[\"name\"], connector[\"status\"])\n");
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.push("None"),
            Value::Bool(true) => self.push("True"),
            Value::Bool(false) => self.push("False"),
            Value::Number(number) => self.push(&number.to_string()),
            Value::String(template) => self.string(template),
            Value::Array(items) => {
                self.push("[");
                for (index, item) in items.iter().enumerate() {
                    self.push(if index > 0 { ", " } else { "" });
                    self.value(item);
                }
                self.push("]");
            }
            Value::Object(fields) if fields.is_empty() => self.push("{}"),
            Value::Object(fields) => {
                self.push("{");
                self.depth += 1;
                for (name, value) in fields {
                    self.line();
                    self.string(name);
                    self.push(": ");
                    self.value(value);
                    self.push(",");
                }
                self.depth -= 1;
                self.line();
                self.push("}");
            }
        }
    }

    /// Literals and variables, added up.
    fn string(&mut self, template: &str) {
        if template.is_empty() {
            self.push("\"\"");
        }
        for (index, piece) in template::pieces(template).enumerate() {
            self.push(if index > 0 { " + " } else { "" });
            match piece {
                Piece::Text(text) => self.literal(text),
                Piece::Variable(name) => {
                    self.push("os.environ[\"");
                    self.push(name);
                    self.push("\"]");
                }
            }
        }
    }

    fn literal(&mut self, text: &str) {
        self.push("\"");
        escape(&mut self.text, text, &[]);
        self.push("\"");
    }

    fn line(&mut self) {
        self.push("\n");
        self.text.extend(std::iter::repeat_n("    ", self.depth));
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }
}
