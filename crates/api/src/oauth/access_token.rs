//! Asking the token endpoint for an access token.

use std::fmt;

use serde_json::Value;

use crate::decode::{self, Malformed};
use crate::percent;
use crate::refusal::Refusal;
use crate::secret::Secret;
use crate::transport::{Method, Request, Response};

const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// How long a token is good for when the answer does not say: DT's tokens live an hour.
const DEFAULT_LIFETIME: u32 = 3600;

/// The request that exchanges `assertion`, a signed JSON Web Token, for an access token.
#[must_use]
pub fn token_request(token_url: &str, assertion: &str) -> Request {
    let assertion = Secret::from(percent::encode(assertion));
    let rest = format!("&grant_type={}", percent::encode(GRANT_TYPE));
    // As large from the start as it becomes: a text that grows leaves what it was behind.
    let mut body = String::with_capacity("assertion=".len() + assertion.reveal().len() + rest.len());
    for part in ["assertion=", assertion.reveal(), &rest] {
        body.push_str(part);
    }
    Request {
        method: Method::Post,
        url: token_url.to_owned(),
        headers: vec![("Content-Type", "application/x-www-form-urlencoded".to_owned())],
        body: Some(body),
    }
}

/// Reads the answer to [`token_request`].
///
/// # Errors
/// When the credentials are wrong, the server refuses for another reason, or the answer holds no token.
pub fn token_response(response: &Response) -> Result<AccessToken, TokenError> {
    match response.status {
        200..=299 => AccessToken::from_json(&response.body).map_err(TokenError::Malformed),
        400 | 401 => Err(TokenError::rejected(&response.body)),
        _ => Err(TokenError::Refused(Refusal::from_response(response))),
    }
}

/// A bearer token for the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    token: Secret,
    /// Seconds from the answer until the token ends.
    pub expires_in: u32,
}

impl AccessToken {
    /// A token that was obtained elsewhere.
    #[must_use]
    pub fn new(token: Secret, expires_in: u32) -> Self {
        Self { token, expires_in }
    }

    fn from_json(body: &str) -> Result<Self, Malformed> {
        let mut answer = decode::json(body)?;
        // Taken out of the answer, which is not overwritten.
        let token = match answer.get_mut("access_token").map(Value::take) {
            Some(Value::String(token)) if !token.is_empty() => Secret::from(token),
            _ => return Err(Malformed::at("access_token", "a token")),
        };
        let fields = decode::object(&answer)?;
        let seconds = match decode::count(fields, "expires_in")? {
            0 => DEFAULT_LIFETIME,
            seconds => u32::try_from(seconds).unwrap_or(u32::MAX),
        };
        Ok(Self { token, expires_in: seconds })
    }

    /// The token itself, for the `Authorization` header alone.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.token.reveal()
    }
}

/// Why there is no token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// The token endpoint does not accept the key (RFC 6749 §5.2).
    Rejected {
        /// The code, such as `invalid_grant`; empty when none is given.
        error: String,
        /// What is wrong, in the server's words; empty when it does not say.
        description: String,
    },
    /// The server refuses for another reason.
    Refused(Refusal),
    /// The answer holds no token.
    Malformed(Malformed),
}

impl TokenError {
    fn rejected(body: &str) -> Self {
        let body: Value = serde_json::from_str(body).unwrap_or_default();
        let field = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self::Rejected { error: field("error"), description: field("error_description") }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rejected { error, description } => {
                f.write_str("The key was not accepted. Check key ID, secret and email.")?;
                match (description.as_str(), error.as_str()) {
                    ("", "") => Ok(()),
                    ("", said) | (said, _) => write!(f, " The server says: {said}"),
                }
            }
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Malformed(malformed) => malformed.fmt(f),
        }
    }
}

impl std::error::Error for TokenError {}
