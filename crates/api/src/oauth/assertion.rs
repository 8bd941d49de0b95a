//! The assertion: a JSON Web Token in which a service account says who it is.

use serde_json::{Map, Value};

use crate::base64url;

/// How long an assertion may be used, in seconds; DT allows at most an hour.
const LIFETIME: u64 = 3600;

/// A JSON Web Token that lacks its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    signing_input: String,
}

impl Assertion {
    /// States that the service account `email` asks `token_url` for a token, with the key `key_id`, from `now` (seconds
    /// since the Unix epoch) on.
    #[must_use]
    pub fn new(key_id: &str, email: &str, token_url: &str, now: u64) -> Self {
        let header = [("alg", "HS256".into()), ("kid", key_id.into()), ("typ", "JWT".into())];
        let claims = [
            ("aud", token_url.into()),
            ("exp", now.saturating_add(LIFETIME).into()),
            ("iat", now.into()),
            ("iss", email.into()),
        ];
        let mut signing_input = encode_object(header);
        signing_input.push('.');
        signing_input.push_str(&encode_object(claims));
        Self { signing_input }
    }

    /// The text to sign.
    #[must_use]
    pub fn signing_input(&self) -> &str {
        &self.signing_input
    }

    /// The complete token, given the HMAC-SHA-256 of [`signing_input`](Self::signing_input).
    #[must_use]
    pub fn signed(self, signature: &[u8]) -> String {
        let mut token = self.signing_input;
        token.push('.');
        token.push_str(&base64url::encode(signature));
        token
    }
}

fn encode_object<const N: usize>(fields: [(&str, Value); N]) -> String {
    let mut object = Map::new();
    object.extend(fields.into_iter().map(|(key, value)| (key.to_owned(), value)));
    base64url::encode(Value::Object(object).to_string().as_bytes())
}
