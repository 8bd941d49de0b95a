//! `POST /oauth2/token`: an assertion for an access token (`dt-api.md` §2.1, RFC 7523).

use axum::{
    Form,
    extract::{RawQuery, State, rejection::FormRejection},
};

use crate::{
    access_token, assertion,
    emulator::Emulator,
    wire::token::{TokenGranted, TokenRefused, TokenRequest},
};

const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// Answers 400 to all that is not a form POST, without query, of a fresh assertion signed with a known key.
pub async fn token(
    State(emulator): State<Emulator>,
    RawQuery(query): RawQuery,
    form: Result<Form<TokenRequest>, FormRejection>,
) -> Result<TokenGranted, TokenRefused> {
    if query.is_some() {
        return Err(TokenRefused::invalid_request("query parameters are not accepted"));
    }
    let Form(request) = form.map_err(|rejection| TokenRefused::invalid_request(rejection.body_text()))?;
    if request.grant_type != JWT_BEARER {
        return Err(TokenRefused::unsupported_grant_type(format!("the grant type must be {JWT_BEARER}")));
    }
    let store = emulator.store();
    let signer = assertion::signer(&request.assertion, &store, emulator.origins(), emulator.settings());
    let key = signer.map_err(TokenRefused::invalid_grant)?;
    Ok(TokenGranted::new(access_token::issue(&key.id, store.clock.now())))
}

#[cfg(test)]
mod tests;
