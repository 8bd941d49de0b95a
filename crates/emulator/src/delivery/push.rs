//! One push: what is sent to an endpoint (`dt-api.md` §5.1).

use std::sync::Arc;

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use url::Url;

use super::{signature, signing_key::SigningKey};
use crate::{
    model::{connector::HttpPush, event::Event},
    settings::Delivery,
    wire::event,
};

/// What frames a request, which only who sends it can know.
const FRAMING: [HeaderName; 7] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::HOST,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// One push, as the cloud was when it began.
#[derive(Clone, Debug)]
pub struct Push {
    /// Where it goes, and what is sent along.
    pub endpoint: HttpPush,
    /// The keys of the labels that are included.
    pub label_keys: Vec<String>,
    /// What is pushed.
    pub event: Arc<Event>,
    /// The id of the organization that owns the project.
    pub organization: String,
    /// By which the receiver knows the signature with the secret apart from others.
    pub id: String,
    /// When it began.
    pub time: Timestamp,
}

/// Who signs pushes with a key.
#[derive(Debug)]
pub struct Signer {
    /// The key.
    pub key: SigningKey,
    /// Where receivers find its public half.
    pub issuer: String,
}

impl Push {
    /// The body: compact JSON.
    pub fn body(&self) -> Bytes {
        let body = event::Push::new(&self.event, &self.label_keys);
        serde_json::to_vec(&body).unwrap_or_default().into()
    }

    /// The headers of a push with this body to this URL. A connector's own headers stand instead of the usual ones, but for
    /// the signatures.
    pub fn headers(&self, url: &Url, body: &[u8], settings: &Delivery, signer: &Signer) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let mut set = |name: HeaderName, value: Option<String>| {
            if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
                headers.insert(name, value);
            }
        };
        set(header::USER_AGENT, Some(settings.user_agent.clone()).filter(|name| !name.is_empty()));
        set(header::AUTHORIZATION, basic_authorization(url));
        for (name, value) in &self.endpoint.headers {
            if let Ok(name) = HeaderName::try_from(name.as_str())
                && !FRAMING.contains(&name)
            {
                set(name, Some(value.clone()));
            }
        }
        let secret = Some(self.endpoint.signature_secret.as_str()).filter(|secret| !secret.is_empty());
        let with_secret = secret.map(|secret| signature::with_secret(secret, body, &self.id, self.time));
        set(HeaderName::from_static("x-dt-signature"), with_secret);
        let with_key = settings
            .asymmetric_signature
            .then(|| signature::with_key(&signer.key, body, &signer.issuer, &self.organization, self.time));
        set(HeaderName::from_static("dt-asymmetric-signature"), with_key.flatten());
        headers
    }
}

/// What stands before the host of a URL is for Basic auth at the endpoint (`dt-api.md` §3.5).
fn basic_authorization(url: &Url) -> Option<String> {
    let decoded = |text| percent_decode_str(text).decode_utf8_lossy();
    let (user, password) = (decoded(url.username()), decoded(url.password().unwrap_or_default()));
    let given = !url.username().is_empty() || url.password().is_some();
    given.then(|| format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
}
