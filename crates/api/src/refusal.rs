//! The API's "no".

use std::fmt;

use serde_json::Value;

use crate::transport::Response;

/// An answer whose status is not a success (`dt-api.md` §8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status code.
    pub status: u16,
    /// What the server says; empty when it says nothing readable.
    pub message: String,
    /// An `https` page that explains the error.
    pub help: Option<String>,
    /// Seconds to wait before the next try; a `Retry-After` in the form of a date is ignored.
    pub retry_after: Option<u32>,
}

impl Refusal {
    pub(crate) fn from_response(response: &Response) -> Self {
        let body: Value = serde_json::from_str(&response.body).unwrap_or_default();
        let field = |key: &str| body.get(key).and_then(Value::as_str);
        Self {
            status: response.status,
            message: field("error").or_else(|| field("message")).unwrap_or_default().to_owned(),
            // The page may be made a link, so nothing that could run is let through.
            help: field("help").filter(|help| help.starts_with("https://")).map(str::to_owned),
            retry_after: response.retry_after.as_deref().and_then(|seconds| seconds.trim().parse().ok()),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() {
            write!(f, "The server answered with status {}.", self.status)
        } else {
            write!(f, "The server answered with status {}: {}", self.status, self.message)
        }
    }
}
