//! Prints a saved form as code in every language, for `tests/clients/test_generated_code.py`.
//!
//! It reads an object with `baseUrl`, `connector` (as the API answers it, or null for a new one) and `wanted` (the same as
//! the form shows it), and prints what the console sends (`method`, `body`) and the `text` and `variables` of each language.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use std::io::{read_to_string, stdin};

use connector::code::{Language, Target, write};
use connector::{ConfigDraft, Draft, SecretChange};
use dt_api::{Config, Connector};
use serde_json::{Map, Value, json};

fn main() {
    let given: Value = serde_json::from_str(&read_to_string(stdin()).unwrap()).unwrap();
    let wanted = Connector::from_json(given.get("wanted").unwrap()).unwrap();
    let original = given.get("connector").filter(|original| !original.is_null());
    let original = original.map(|original| Connector::from_json(original).unwrap());
    let base_url = given.get("baseUrl").and_then(Value::as_str).unwrap();

    let draft = form(&wanted);
    let target = match &original {
        Some(original) => Target::Update(original),
        None => Target::Create(&wanted.name.project),
    };
    let (method, body) = match &original {
        Some(original) => ("PATCH", draft.patch(original)),
        None => ("POST", draft.create_body()),
    };
    let mut printed = Map::new();
    printed.insert("method".to_owned(), if body.is_some() { method } else { "GET" }.into());
    printed.insert("body".to_owned(), body.unwrap_or_default());
    for language in Language::ALL {
        let code = write(language, &draft, target, base_url).unwrap();
        let variables: Map<_, _> =
            code.variables.into_iter().map(|variable| (variable.name, variable.purpose.into())).collect();
        printed.insert(language.label().to_owned(), json!({ "text": code.text, "variables": variables }));
    }
    println!("{}", Value::Object(printed));
}

/// The form in which all of this was entered, the signature secret too.
fn form(wanted: &Connector) -> Draft {
    let mut draft = Draft::from(wanted);
    if let (ConfigDraft::HttpPush(draft), Config::HttpPush(wanted)) = (&mut draft.config, &wanted.config) {
        draft.signature_secret = match wanted.signature_secret.as_str() {
            "" => SecretChange::Clear,
            secret => SecretChange::Replace(secret.to_owned()),
        };
    }
    draft
}
