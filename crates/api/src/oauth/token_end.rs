//! When a token ends, as far as it says so itself.

use serde_json::Value;

use crate::base64url;

/// The time at which a token ends, in seconds since the Unix epoch, when it is a JSON Web Token that says so (RFC 7519
/// §4.1.4). Nobody has verified what it says; it serves to tell a person, and to decide nothing.
#[must_use]
pub fn token_end(token: &str) -> Option<u64> {
    let mut parts = token.split('.');
    let (_, claims, _) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let claims = String::from_utf8(base64url::decode(claims)?).ok()?;
    let claims: Value = serde_json::from_str(&claims).ok()?;
    let Value::Number(end) = claims.get("exp")? else { return None };
    // A NumericDate may have a fraction. Read as a text, for reading floating-point numbers would cost the bundle 20 kB.
    end.to_string().split('.').next()?.parse().ok()
}
