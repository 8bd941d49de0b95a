//! One rule: which requests it strikes, and how.

use axum::{
    Json,
    http::{Method, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::pattern;
use crate::refusal::Refusal;

/// Which requests a rule strikes, and how.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a member of the JSON, and independent of the others"
)]
pub struct Rule {
    /// The method; any when left out.
    #[serde(default)]
    method: Option<String>,
    /// The whole path, where `*` stands for any characters, slashes too: `/v2/projects/*/dataconnectors*`.
    path: String,
    /// Answers this status instead of asking the API.
    #[serde(default)]
    status: Option<u16>,
    /// Answers this instead of asking the API: a text as it is, all else as JSON.
    #[serde(default)]
    body: Option<Value>,
    /// Asks the API first, and answers that all the same: what the request asked for is done.
    #[serde(default)]
    pub asks: bool,
    /// The `Retry-After` of that answer, in seconds.
    #[serde(default)]
    retry_after: Option<u64>,
    /// Waits so many milliseconds first.
    #[serde(default)]
    pub delay: Option<u64>,
    /// Closes the connection without an answer, and without asking the API.
    #[serde(default)]
    pub cut: bool,
    /// Closes the connection after the first half of the answer. What the request asked for is done.
    #[serde(default)]
    pub cut_halfway: bool,
    /// Answers only the first half of the body.
    #[serde(default)]
    pub broken_json: bool,
    /// Answers so many bytes that say nothing, without announcing how many, instead of asking the API.
    #[serde(default)]
    pub padding: Option<u64>,
    /// Does not let a page of another origin read `Retry-After`.
    #[serde(default)]
    pub hides_retry_after: bool,
    /// Answers without CORS headers, also to the preflight.
    #[serde(default)]
    pub no_cors: bool,
    /// How many requests it strikes; every one when left out.
    #[serde(default)]
    times: Option<u32>,
}

impl Rule {
    /// Refuses a rule that could never strike.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.times == Some(0) {
            return Err(Refusal::invalid("times", "must be at least 1"));
        }
        match self.status {
            Some(status) if !(200..600).contains(&status) => {
                Err(Refusal::invalid("status", "must be a status from 200 to 599"))
            }
            _ => Ok(()),
        }
    }

    /// Whether the rule strikes requests with this method and path.
    pub fn matches(&self, method: &Method, path: &str) -> bool {
        let of_method =
            self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()));
        of_method && pattern::matches(&self.path, path)
    }

    /// Counts one strike; says whether it was the last.
    pub fn is_used_up(&mut self) -> bool {
        self.times = self.times.map(|times| times.saturating_sub(1));
        self.times == Some(0)
    }

    /// What the rule answers in the API's place, if it does.
    pub fn answer(&self) -> Option<Response> {
        let status = self.status.and_then(|status| StatusCode::from_u16(status).ok());
        let mut response = match (&self.body, status) {
            (None, None) => return None,
            (None, Some(status)) => Refusal::new(status, "an injected fault").into_response(),
            (Some(Value::String(text)), status) => (status.unwrap_or_default(), text.clone()).into_response(),
            (Some(json), status) => (status.unwrap_or_default(), Json(json)).into_response(),
        };
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        Some(response)
    }
}
