//! Pushing events to an HTTPS endpoint.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use super::Extra;
use crate::decode::{self, Fields};

/// The configuration of an `HTTP_PUSH` connector.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HttpPush {
    /// The endpoint, an HTTPS URL; may hold a user name and a password (`dt-api.md` §3.5).
    pub url: String,
    /// What requests are signed with, in clear; empty when they are not.
    pub signature_secret: String,
    /// Headers to add to every request.
    pub headers: BTreeMap<String, String>,
    /// Fields that this crate does not know.
    pub extra: Extra,
}

impl HttpPush {
    /// The URL without user name and password, fit to be shown.
    #[must_use]
    pub fn url_without_userinfo(&self) -> Cow<'_, str> {
        let Some((scheme, rest)) = self.url.split_once("//") else { return Cow::Borrowed(&self.url) };
        let authority = rest.find(['/', '\\', '?', '#']).map_or(rest, |end| rest.split_at(end).0);
        match authority.rfind('@') {
            Some(at) => {
                let (_, host_and_path) = rest.split_at(at + 1);
                Cow::Owned([scheme, "//", host_and_path].concat())
            }
            None => Cow::Borrowed(&self.url),
        }
    }

    pub(super) fn from_fields(fields: &Fields) -> Option<Self> {
        Some(Self {
            url: decode::text(fields, "url").ok()?,
            signature_secret: decode::text(fields, "signatureSecret").ok()?,
            headers: decode::text_map(fields, "headers").ok()?,
            extra: decode::rest(fields, &["url", "signatureSecret", "headers"]),
        })
    }

    pub(super) fn to_json(&self) -> Value {
        let mut headers = Map::new();
        headers.extend(self.headers.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))));
        let mut fields = self.extra.0.clone();
        fields.insert("url".to_owned(), self.url.as_str().into());
        fields.insert("signatureSecret".to_owned(), self.signature_secret.as_str().into());
        fields.insert("headers".to_owned(), Value::Object(headers));
        Value::Object(fields)
    }
}

/// Prints neither the secret, nor header values, nor the password in the URL.
impl fmt::Debug for HttpPush {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let header_names: Vec<&String> = self.headers.keys().collect();
        f.debug_struct("HttpPush")
            .field("url", &self.url_without_userinfo())
            .field("has_signature_secret", &!self.signature_secret.is_empty())
            .field("header_names", &header_names)
            .field("extra", &self.extra)
            .finish()
    }
}
