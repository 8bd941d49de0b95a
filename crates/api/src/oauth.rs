//! Exchanging a signed assertion for an access token (RFC 7523; `dt-api.md` §2.1).
//!
//! The signature is the caller's: build an [`Assertion`], sign its [`signing_input`](Assertion::signing_input) with
//! HMAC-SHA-256 keyed with the service account's secret, and send [`token_request`].

mod access_token;
mod assertion;
mod token_end;

pub use access_token::{AccessToken, TokenError, token_request, token_response};
pub use assertion::Assertion;
pub use token_end::token_end;
