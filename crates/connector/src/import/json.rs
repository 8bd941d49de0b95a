//! JSON that describes one Data Connector.

use serde_json::{Map, Value};

use super::{ImportProblem, Imported, Source, fields};

pub(super) fn read(text: &str) -> Result<Imported, ImportProblem> {
    Ok(fields::read(Source::Json, &object(text, 1)?))
}

/// The one object in JSON that begins in this line.
pub(super) fn object(text: &str, line: usize) -> Result<Map<String, Value>, ImportProblem> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let line = line + error.line().saturating_sub(1);
        if error.is_eof() {
            return ImportProblem::new(line, "Paste the JSON to its end: it breaks off here.");
        }
        let cause = error.to_string();
        let cause = cause.split(" at line ").next().unwrap_or_default();
        ImportProblem { line, message: ["Correct the JSON in this line: ", cause, "."].concat() }
    })?;
    let value = match value {
        Value::Object(mut fields) => match fields.remove("dataConnectors") {
            Some(list) => list,
            None => return Ok(fields),
        },
        other => other,
    };
    match value {
        Value::Array(mut items) if items.len() == 1 => match items.pop() {
            Some(Value::Object(fields)) => Ok(fields),
            _ => Err(ImportProblem::new(line, "Paste a Data Connector: this list holds something else.")),
        },
        Value::Array(items) if items.is_empty() => {
            Err(ImportProblem::new(line, "Paste a Data Connector: this list is empty."))
        }
        Value::Array(_) => {
            Err(ImportProblem::new(line, "Paste one Data Connector of this list: there are several."))
        }
        _ => Err(ImportProblem::new(line, "Paste a Data Connector: JSON that begins with {.")),
    }
}
