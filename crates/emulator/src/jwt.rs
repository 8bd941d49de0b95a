//! Compact JSON Web Tokens with HS256 (RFC 7515, RFC 7519).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

/// A token taken apart, its signature not yet checked.
#[derive(Debug)]
pub struct Jwt<'a> {
    /// The header: `alg`, `kid` …
    pub header: Value,
    /// The claims: `iss`, `exp` …
    pub claims: Value,
    signed: &'a str,
    signature: Vec<u8>,
}

impl<'a> Jwt<'a> {
    /// Takes a compact token apart; `None` when it is not one.
    pub fn parse(compact: &'a str) -> Option<Self> {
        let (signed, signature) = compact.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        Some(Self {
            header: decoded(header)?,
            claims: decoded(claims)?,
            signed,
            signature: URL_SAFE_NO_PAD.decode(signature).ok()?,
        })
    }

    /// Whether the signature is HS256 with this secret, and says so.
    pub fn is_signed_with(&self, secret: &[u8]) -> bool {
        self.header.get("alg").and_then(Value::as_str) == Some("HS256")
            && mac(secret, self.signed).verify_slice(&self.signature).is_ok()
    }
}

/// A compact token with these claims, signed with HS256.
pub fn sign(claims: &Value, secret: &[u8]) -> String {
    let header = encoded(&json!({"alg": "HS256", "typ": "JWT"}));
    let signed = format!("{header}.{}", encoded(claims));
    let signature = mac(secret, &signed).finalize().into_bytes();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn mac(secret: &[u8], text: &str) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
    mac.update(text.as_bytes());
    mac
}

fn encoded(json: &Value) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

fn decoded(part: &str) -> Option<Value> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From `dt-api.md` §5.2.
    const KNOWN: &str = concat!(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.",
        "eyJjaGVja3N1bSI6IjM5MjI5ODUxMzIzN2Y0ZmNhODIxZWZhYzMyMTk0YTRlMmZlOTI1YzciLCJjaGVja3N1bV9zaGEyNTYi",
        "OiI5NDI0MTYwMGM1MTU0NjAxOTMzOWRhMmQzZjcwNjFiNDEwNmE1OTI3YzMxODlhNTEwMjA2YTZhZTBhMWU2ZjMyIiwiZXhw",
        "IjoxNzM1NzkwNjQ1LCJpYXQiOjE3MzU3ODcwNDUsImp0aSI6ImQwMDAwMDAwMDAwMDAwMDAwMDExIn0.",
        "IpNmfqvFKqjr_0wHPEKzK6B-2JkgUM2sgt_DC_Cd1Ms",
    );

    #[test]
    fn a_known_token_is_read_and_verified() {
        let token = Jwt::parse(KNOWN).unwrap();
        assert_eq!(token.claims["jti"], "d0000000000000000011");
        assert!(token.is_signed_with(b"example-secret"));
        assert!(!token.is_signed_with(b"another-secret"));
    }

    #[test]
    fn signing_again_gives_the_same_token() {
        let claims = Jwt::parse(KNOWN).unwrap().claims;
        assert_eq!(sign(&claims, b"example-secret"), KNOWN);
    }

    #[test]
    fn what_is_no_token_is_none() {
        for text in ["", ".", "..", "a.b.c", "e30.e30", "e30.e30.e30.!"] {
            assert!(Jwt::parse(text).is_none(), "{text}");
        }
    }
}
