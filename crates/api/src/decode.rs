//! Reading fields out of JSON. An absent or `null` field reads as its empty value, as in Protocol Buffers' JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use crate::connector::Extra;

/// Says where an answer is not what the API promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    path: String,
    expected: &'static str,
}

impl Malformed {
    pub(crate) fn at(path: impl Into<String>, expected: &'static str) -> Self {
        Self { path: path.into(), expected }
    }

    /// Puts the name of the enclosing field in front of the path.
    pub(crate) fn within(mut self, parent: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, parent);
        self
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "The answer is not {}.", self.expected)
        } else {
            write!(f, "In the answer, `{}` is not {}.", self.path, self.expected)
        }
    }
}

impl std::error::Error for Malformed {}

pub(crate) type Fields = Map<String, Value>;

pub(crate) fn json(text: &str) -> Result<Value, Malformed> {
    serde_json::from_str(text).map_err(|_| Malformed::at("", "JSON"))
}

pub(crate) fn object(value: &Value) -> Result<&Fields, Malformed> {
    value.as_object().ok_or_else(|| Malformed::at("", "an object"))
}

fn present<'a>(fields: &'a Fields, key: &str) -> Option<&'a Value> {
    fields.get(key).filter(|value| !value.is_null())
}

pub(crate) fn child<'a>(fields: &'a Fields, key: &str) -> Result<Option<&'a Fields>, Malformed> {
    present(fields, key).map(|value| object(value).map_err(|error| error.within(key))).transpose()
}

pub(crate) fn text(fields: &Fields, key: &str) -> Result<String, Malformed> {
    match present(fields, key) {
        None => Ok(String::new()),
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(Malformed::at(key, "text")),
    }
}

pub(crate) fn flag(fields: &Fields, key: &str) -> Result<bool, Malformed> {
    match present(fields, key) {
        None => Ok(false),
        Some(value) => value.as_bool().ok_or_else(|| Malformed::at(key, "true or false")),
    }
}

/// Whole numbers may come as text: Protocol Buffers' JSON writes 64-bit integers so.
pub(crate) fn count(fields: &Fields, key: &str) -> Result<u64, Malformed> {
    let number = match present(fields, key) {
        None => Some(0),
        Some(Value::String(text)) => text.parse().ok(),
        Some(value) => value.as_u64(),
    };
    number.ok_or_else(|| Malformed::at(key, "a whole number"))
}

pub(crate) fn list<'a>(fields: &'a Fields, key: &str) -> Result<&'a [Value], Malformed> {
    match present(fields, key) {
        None => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err(Malformed::at(key, "a list")),
    }
}

pub(crate) fn texts<'a>(fields: &'a Fields, key: &str) -> Result<Vec<&'a str>, Malformed> {
    let items = list(fields, key)?.iter().map(Value::as_str).collect::<Option<_>>();
    items.ok_or_else(|| Malformed::at(key, "a list of texts"))
}

pub(crate) fn text_map(fields: &Fields, key: &str) -> Result<BTreeMap<String, String>, Malformed> {
    let mut texts = BTreeMap::new();
    for (name, value) in child(fields, key)?.into_iter().flatten() {
        let text = value.as_str().ok_or_else(|| Malformed::at(key, "an object of texts"))?;
        texts.insert(name.clone(), text.to_owned());
    }
    Ok(texts)
}

/// The fields that are not `known`.
pub(crate) fn rest(fields: &Fields, known: &[&str]) -> Extra {
    let unknown = fields.iter().filter(|(key, _)| !known.contains(&key.as_str()));
    let mut rest = Extra::default();
    rest.0.extend(unknown.map(|(key, value)| (key.clone(), value.clone())));
    rest
}
