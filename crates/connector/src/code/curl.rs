//! A command for a POSIX shell, as DT's documentation has them.

use dt_api::Method;

use super::save::Save;
use super::{Code, Variable, conceal};
use crate::shell_word::quote;
use crate::template::{self, Piece};

/// What makes the text of a variable part of a JSON text. A control character is not escaped, and refused by the API.
const ESCAPE: &str = r#"# Writes a value as it stands between the quotes of JSON.
json() { printf %s "$1" | sed 's/[\\"]/\\&/g'; }

"#;

pub(super) fn write(save: &Save<'_>) -> Code {
    let mut variables = vec![Variable::new("ACCESS_TOKEN", "An access token of DT Cloud, without “Bearer”.")];
    let mut command = String::from("curl ");
    if save.method != Method::Get {
        command.push_str("--request ");
        command.push_str(save.method.as_str());
        command.push(' ');
    }
    quote(&mut command, &[save.base_url, &save.path()].concat());
    command.push_str(" \\\n  --header \"Authorization: Bearer $ACCESS_TOKEN\"");
    if let Some(body) = &save.body {
        let (body, secrets) = conceal::conceal(body);
        command.push_str(" \\\n  --header 'Content-Type: application/json' \\\n  --data-raw ");
        quote_template(&mut command, &conceal::pretty(&body));
        if !secrets.is_empty() {
            command.insert_str(0, &needing(&secrets));
        }
        variables.extend(secrets);
    }
    command.push('\n');
    Code { text: command, variables }
}

/// What stands before a command with secrets, so that one that is not set is never sent as an empty text.
fn needing(secrets: &[Variable]) -> String {
    let mut beginning = String::from(ESCAPE);
    beginning.push(':');
    for secret in secrets {
        beginning.push_str(" \"${");
        beginning.push_str(&secret.name);
        beginning.push_str(":?}\"");
    }
    beginning.push_str(" &&\n");
    beginning
}

/// One word that the shell reads as the JSON text in which each variable has its value.
fn quote_template(command: &mut String, json: &str) {
    for piece in template::pieces(json) {
        match piece {
            Piece::Text(text) => quote(command, text),
            Piece::Variable(name) => {
                command.push_str("\"$(json \"$");
                command.push_str(name);
                command.push_str("\")\"");
            }
        }
    }
}
