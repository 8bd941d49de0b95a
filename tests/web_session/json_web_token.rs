//! A JSON Web Token (RFC 7519), read and verified by the browser, which had no part in how the console makes one.

use dt_api::Request;
use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use serde_json::Value;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto, UrlSearchParams};

pub struct JsonWebToken {
    pub header: Value,
    pub claims: Value,
    signed: String,
    signature: Vec<u8>,
}

impl JsonWebToken {
    /// The assertion of a token request.
    pub fn of(request: &Request) -> Self {
        let form = UrlSearchParams::new_with_str(request.body.as_deref().unwrap()).unwrap();
        Self::parse(&form.get("assertion").unwrap())
    }

    pub fn parse(text: &str) -> Self {
        let (signed, signature) = text.rsplit_once('.').unwrap();
        let (header, claims) = signed.split_once('.').unwrap();
        let json = |part| serde_json::from_slice(&base64url(part)).unwrap();
        Self {
            header: json(header),
            claims: json(claims),
            signed: signed.to_owned(),
            signature: base64url(signature),
        }
    }

    /// Whether the signature is the HMAC-SHA-256 of header and claims under this key.
    pub async fn is_signed_with(&self, secret: &str) -> bool {
        let key = verification_key(secret).await;
        let verified = subtle()
            .verify_with_str_and_u8_array_and_u8_array("HMAC", &key, &self.signature, self.signed.as_bytes())
            .unwrap();
        JsFuture::from(verified).await.unwrap().is_truthy()
    }
}

async fn verification_key(secret: &str) -> CryptoKey {
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &"HMAC".into()).unwrap();
    Reflect::set(&algorithm, &"hash".into(), &"SHA-256".into()).unwrap();
    let usages: JsValue = Array::of1(&"verify".into()).into();
    let bytes = Uint8Array::from(secret.as_bytes());
    let key = subtle().import_key_with_object("raw", &bytes, &algorithm, false, &usages).unwrap();
    JsFuture::from(key).await.unwrap().unchecked_into()
}

fn subtle() -> SubtleCrypto {
    window().crypto().unwrap().subtle()
}

/// Undoes the base64url of RFC 7515 §2, which has no padding.
fn base64url(text: &str) -> Vec<u8> {
    assert!(!text.contains(['=', '+', '/']), "{text} is not base64url");
    let binary = window().atob(&text.replace('-', "+").replace('_', "/")).unwrap();
    binary.chars().map(|byte| u8::try_from(byte).unwrap()).collect()
}
