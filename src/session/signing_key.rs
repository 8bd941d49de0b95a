//! A service account's secret as a WebCrypto key.

use dt_api::Secret;
use js_sys::{Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// An HMAC-SHA-256 key that signs but cannot be read back, not even by this page.
#[derive(Clone)]
pub(super) struct SigningKey(CryptoKey);

impl SigningKey {
    /// Imports a secret (its UTF-8 bytes are the key, `dt-api.md` §2.1) and drops it. Nothing when the browser offers
    /// no WebCrypto here.
    pub(super) async fn import(secret: Secret) -> Option<Self> {
        let algorithm = Object::new();
        Reflect::set(&algorithm, &"name".into(), &"HMAC".into()).ok()?;
        Reflect::set(&algorithm, &"hash".into(), &"SHA-256".into()).ok()?;
        let bytes = Uint8Array::from(secret.reveal().as_bytes());
        drop(secret);
        let usages = JsValue::from(js_sys::Array::of1(&"sign".into()));
        let promise = subtle()
            .and_then(|subtle| subtle.import_key_with_object("raw", &bytes, &algorithm, false, &usages).ok());
        // The browser has copied them by now.
        bytes.fill(0, 0, bytes.length());
        JsFuture::from(promise?).await.ok()?.dyn_into().ok().map(Self)
    }

    /// Takes over a key that was imported before; nothing when it could be read back.
    pub(super) fn adopt(key: CryptoKey) -> Option<Self> {
        (!key.extractable()).then_some(Self(key))
    }

    /// As the browser stores it.
    pub(super) fn as_crypto_key(&self) -> &CryptoKey {
        &self.0
    }

    /// The signature of a text.
    pub(super) async fn sign(&self, text: &str) -> Option<Vec<u8>> {
        let promise = subtle()?.sign_with_str_and_u8_array("HMAC", &self.0, text.as_bytes()).ok()?;
        let signature = JsFuture::from(promise).await.ok()?;
        Some(Uint8Array::new(&signature).to_vec())
    }
}

/// Missing where the page is not a secure context: the browser then has `crypto` but no `subtle`.
fn subtle() -> Option<SubtleCrypto> {
    let crypto = window().crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.dyn_into().ok()
}
