//! The token endpoint's JSON (`dt-api.md` §2.1; errors as RFC 6749 §5.2).

use axum::{
    Json,
    http::{HeaderName, StatusCode, header::CACHE_CONTROL},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::settings::Settings;

const NOT_STORED: [(HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

/// The fields of a token request.
#[derive(Debug, Deserialize)]
pub struct TokenRequest {
    /// Must name the JWT bearer grant.
    pub grant_type: String,
    /// A signed JWT.
    pub assertion: String,
}

/// A granted access token.
#[derive(Debug, Serialize)]
pub struct TokenGranted {
    access_token: String,
    token_type: &'static str,
    expires_in: i64,
}

impl TokenGranted {
    /// The answer that grants this token.
    pub fn new(access_token: String) -> Self {
        Self { access_token, token_type: "Bearer", expires_in: Settings::TOKEN_LIFETIME.as_secs() }
    }
}

impl IntoResponse for TokenGranted {
    fn into_response(self) -> Response {
        (NOT_STORED, Json(self)).into_response()
    }
}

/// A refused token request, answered with 400.
#[derive(Debug, Serialize)]
pub struct TokenRefused {
    error: &'static str,
    error_description: String,
}

impl TokenRefused {
    /// The request itself is wrong.
    pub fn invalid_request(description: impl Into<String>) -> Self {
        Self { error: "invalid_request", error_description: description.into() }
    }

    /// The grant is not the one that DT offers.
    pub fn unsupported_grant_type(description: impl Into<String>) -> Self {
        Self { error: "unsupported_grant_type", error_description: description.into() }
    }

    /// The assertion is not one to trust.
    pub fn invalid_grant(description: impl Into<String>) -> Self {
        Self { error: "invalid_grant", error_description: description.into() }
    }
}

impl IntoResponse for TokenRefused {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, NOT_STORED, Json(self)).into_response()
    }
}
