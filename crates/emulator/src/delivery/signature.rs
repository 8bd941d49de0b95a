//! The two signatures of a push (`dt-api.md` §5.2, §5.3).

use jiff::Timestamp;
use serde_json::json;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::signing_key::SigningKey;
use crate::jwt;

/// How many seconds the signature with the secret is valid.
const SECRET_LIFETIME: i64 = 3600;
/// How many seconds the signature with DT's key is valid.
const KEY_LIFETIME: i64 = 300;

/// `X-Dt-Signature`: signed with the connector's secret.
pub fn with_secret(secret: &str, body: &[u8], id: &str, now: Timestamp) -> String {
    let claims = json!({
        "checksum": hex(&Sha1::digest(body)),
        "checksum_sha256": hex(&Sha256::digest(body)),
        "exp": now.as_second().saturating_add(SECRET_LIFETIME),
        "iat": now.as_second(),
        "jti": id,
    });
    jwt::sign(&claims, secret.as_bytes())
}

/// `DT-Asymmetric-Signature`: signed with DT's key. Receivers fetch its public half from the issuer, and compare the subject
/// with the id of their organization.
pub fn with_key(
    key: &SigningKey,
    body: &[u8],
    issuer: &str,
    organization: &str,
    now: Timestamp,
) -> Option<String> {
    key.sign(&json!({
        "checksum_sha256": hex(&Sha256::digest(body)),
        "exp": now.as_second().saturating_add(KEY_LIFETIME),
        "iat": now.as_second(),
        "iss": issuer,
        "sub": organization,
    }))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.filter_map(|nibble| DIGITS.get(usize::from(nibble))).map(|&digit| char::from(digit)).collect()
}

#[cfg(test)]
mod tests {
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    use super::*;
    use crate::jwt::Jwt;

    /// From `dt-api.md` §5.2.
    const BODY: &str = r#"{"event":{"eventId":"d0000000000000000010","targetName":"projects/d0000000000000000001/devices/emud0000000000000000002","eventType":"temperature","data":{"temperature":{"value":21.5,"updateTime":"2025-01-02T03:04:05.678901Z","samples":[{"value":21.5,"sampleTime":"2025-01-02T03:04:05.678901Z"}],"isBackfilled":false}},"timestamp":"2025-01-02T03:04:05.678901Z"},"labels":{"name":"demo"},"metadata":{"deviceId":"emud0000000000000000002","projectId":"d0000000000000000001","deviceType":"temperature","productNumber":""}}"#;
    const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjaGVja3N1bSI6IjM5MjI5ODUxMzIzN2Y0ZmNhODIxZWZhYzMyMTk0YTRlMmZlOTI1YzciLCJjaGVja3N1bV9zaGEyNTYiOiI5NDI0MTYwMGM1MTU0NjAxOTMzOWRhMmQzZjcwNjFiNDEwNmE1OTI3YzMxODlhNTEwMjA2YTZhZTBhMWU2ZjMyIiwiZXhwIjoxNzM1NzkwNjQ1LCJpYXQiOjE3MzU3ODcwNDUsImp0aSI6ImQwMDAwMDAwMDAwMDAwMDAwMDExIn0.IpNmfqvFKqjr_0wHPEKzK6B-2JkgUM2sgt_DC_Cd1Ms";

    #[test]
    fn the_signature_with_a_secret_is_the_documented_one() {
        let now = Timestamp::from_second(1_735_787_045).unwrap();
        assert_eq!(with_secret("example-secret", BODY.as_bytes(), "d0000000000000000011", now), TOKEN);
    }

    #[test]
    fn the_signature_with_a_key_is_verified_by_its_public_half() {
        let key = SigningKey::generate("k".to_owned()).unwrap();
        let now = Timestamp::from_second(1_735_787_045).unwrap();
        let token = with_key(&key, b"{}", "http://localhost:8081/data-connector", "o", now).unwrap();
        let parsed = Jwt::parse(&token).unwrap();
        assert_eq!(parsed.header, json!({"alg": "ES256", "kid": "k", "typ": "JWT"}));
        let checksum = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        assert_eq!(
            parsed.claims,
            json!({
                "checksum_sha256": checksum,
                "exp": 1_735_787_345,
                "iat": 1_735_787_045,
                "iss": "http://localhost:8081/data-connector",
                "sub": "o",
            })
        );

        let public = key.public_key();
        let coordinate = |name: &str| URL_SAFE_NO_PAD.decode(public[name].as_str().unwrap()).unwrap();
        let point = [vec![4], coordinate("x"), coordinate("y")].concat();
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
        assert!(public.verify(signed.as_bytes(), &signature).is_ok());
        assert!(public.verify(b"another text", &signature).is_err());
    }
}
