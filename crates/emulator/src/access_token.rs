//! Access tokens: opaque to clients, valid for an hour of the emulated time.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{jwt, jwt::Jwt, settings::Settings};

// The tokens guard nothing but a made-up cloud, and a known key lets them outlive a restart of the emulator.
const KEY: &[u8] = b"dt-emulator";

/// A token for the account with this key id, issued now.
pub fn issue(key_id: &str, now: Timestamp) -> String {
    let expiry = now.as_second().saturating_add(Settings::TOKEN_LIFETIME.as_secs());
    jwt::sign(&json!({"sub": key_id, "exp": expiry}), KEY)
}

/// The key id of the account that a token was issued to; `None` when it was not issued here or has expired.
pub fn holder(token: &str, now: Timestamp) -> Option<String> {
    let token = Jwt::parse(token).filter(|token| token.is_signed_with(KEY))?;
    let valid = token.claims.get("exp").and_then(Value::as_i64)? > now.as_second();
    let holder = token.claims.get("sub").and_then(Value::as_str)?;
    valid.then(|| holder.to_owned())
}
