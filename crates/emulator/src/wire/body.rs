//! JSON request bodies, read leniently: any content type, no body for an empty one, nulls as if absent (`dt-api.md` §3.3).

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// A JSON object, without the members that are null.
#[derive(Debug)]
pub struct JsonObject(pub Value);

impl<S: Send + Sync> FromRequest<S> for JsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|rejection| Refusal::invalid("body", rejection.body_text()))?;
        if bytes.is_empty() {
            return Ok(Self(Value::Object(Map::new())));
        }
        match serde_json::from_slice(&bytes) {
            Ok(object @ Value::Object(_)) => Ok(Self(without_nulls(object))),
            Ok(_) => Err(Refusal::invalid("body", "must be a JSON object")),
            Err(error) => Err(Refusal::invalid("body", error)),
        }
    }
}

/// Reads a shape from JSON; a wrong type is a 400 that names the field's path.
pub fn read<T: DeserializeOwned>(json: Value) -> Result<T, Refusal> {
    serde_path_to_error::deserialize(json)
        .map_err(|error| Refusal::invalid(&error.path().to_string(), error.inner()))
}

fn without_nulls(json: Value) -> Value {
    match json {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_nulls(value)))
            .collect(),
        other => other,
    }
}
