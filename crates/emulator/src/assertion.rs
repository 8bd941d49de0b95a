//! The assertion that a service account signs to ask for a token (`dt-api.md` §2.1).

use jiff::Timestamp;
use serde_json::Value;

use crate::{
    jwt::Jwt,
    model::{clock::Clock, service_account::Key},
    origins::Origins,
    settings::Settings,
    store::Store,
};

/// The key that signed this assertion; the error says what is wrong with it.
pub fn signer<'a>(
    assertion: &str,
    store: &'a Store,
    origins: Origins,
    settings: &Settings,
) -> Result<&'a Key, &'static str> {
    let assertion = Jwt::parse(assertion).ok_or("the assertion is not a compact JWT")?;
    if assertion.header.get("alg").and_then(Value::as_str) != Some("HS256") {
        return Err("the assertion must be signed with HS256");
    }
    let key_id = assertion.header.get("kid").and_then(Value::as_str).unwrap_or_default();
    let (account, key) = store.cloud.key(key_id).ok_or("unknown key ID (kid)")?;
    if !assertion.is_signed_with(key.secret.as_bytes()) {
        return Err("the signature does not match the key's secret");
    }
    if assertion.claims.get("iss").and_then(Value::as_str) != Some(&account.email) {
        return Err("the issuer (iss) is not the service account's email");
    }
    if !is_for_us(assertion.claims.get("aud"), origins) {
        return Err("the audience (aud) is not this token endpoint");
    }
    check_times(&assertion.claims, &store.clock, settings)?;
    Ok(key)
}

/// `aud` may be a string, or an array with one string, as Terraform's provider sends it.
fn is_for_us(audience: Option<&Value>, origins: Origins) -> bool {
    let url = match audience {
        Some(Value::Array(audiences)) if audiences.len() == 1 => audiences.first(),
        other => other,
    };
    url.and_then(Value::as_str).is_some_and(|url| origins.is_token_url(url))
}

/// A client's clock is not moved with the emulator's, so an assertion may be valid by either time.
fn check_times(claims: &Value, clock: &Clock, settings: &Settings) -> Result<(), &'static str> {
    let time = |claim| claims.get(claim).and_then(Value::as_i64);
    let issued = time("iat").ok_or("iat must be in whole seconds")?;
    let expiry = time("exp").ok_or("exp must be in whole seconds")?;
    if expiry.saturating_sub(issued) > Settings::TOKEN_LIFETIME.as_secs() {
        return Err("exp is more than one hour after iat");
    }
    let leeway = settings.assertion_leeway_seconds;
    let valid_at = |now: Timestamp| {
        let (earliest, latest) = (issued.saturating_sub(leeway), expiry.saturating_add(leeway));
        (earliest..latest).contains(&now.as_second())
    };
    if valid_at(clock.now()) || valid_at(clock.unmoved()) {
        Ok(())
    } else {
        Err("the assertion has expired or is not valid yet; check the clock")
    }
}
