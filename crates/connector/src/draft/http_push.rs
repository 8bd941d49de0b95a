//! The form of an HTTPS endpoint.

use std::collections::BTreeMap;
use std::fmt;

use dt_api::HttpPush;

/// What the form of an HTTPS endpoint shows.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HttpPushDraft {
    /// Endpoint URL.
    pub url: String,
    /// Custom headers, one row each. A row with neither name nor value does not count.
    pub headers: Vec<HeaderRow>,
    /// What to do about the signature secret.
    pub signature_secret: SecretChange,
}

impl HttpPushDraft {
    /// The headers that the rows describe.
    pub(crate) fn headers(&self) -> BTreeMap<String, String> {
        let rows = self.headers.iter().filter(|row| !row.is_blank());
        let mut headers = BTreeMap::new();
        headers.extend(rows.map(|row| (row.name.clone(), row.value.clone())));
        headers
    }

    /// The configuration that the form describes, when it edits `original`.
    pub(super) fn to_config(&self, original: &HttpPush) -> HttpPush {
        HttpPush {
            url: self.url.clone(),
            signature_secret: self.signature_secret.applied_to(&original.signature_secret).to_owned(),
            headers: self.headers(),
            extra: original.extra.clone(),
        }
    }
}

impl From<&HttpPush> for HttpPushDraft {
    fn from(config: &HttpPush) -> Self {
        let row = |(name, value): (&String, &String)| HeaderRow { name: name.clone(), value: value.clone() };
        Self {
            url: config.url.clone(),
            headers: config.headers.iter().map(row).collect(),
            signature_secret: SecretChange::Keep,
        }
    }
}

/// The URL may hold a password.
impl fmt::Debug for HttpPushDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpPushDraft")
            .field("headers", &self.headers)
            .field("signature_secret", &self.signature_secret)
            .finish_non_exhaustive()
    }
}

/// A custom header, as typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HeaderRow {
    /// The header's name.
    pub name: String,
    /// The header's value.
    pub value: String,
}

impl HeaderRow {
    /// Whether nothing is typed.
    pub(crate) fn is_blank(&self) -> bool {
        self.name.is_empty() && self.value.is_empty()
    }
}

/// Header values may be credentials.
impl fmt::Debug for HeaderRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeaderRow").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What to do about a secret that the form does not show.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum SecretChange {
    /// Leave it as it is; for a new connector, set none.
    #[default]
    Keep,
    /// Set this one.
    Replace(String),
    /// Remove it.
    Clear,
}

impl SecretChange {
    /// What becomes of `secret`.
    pub(crate) fn applied_to<'a>(&'a self, secret: &'a str) -> &'a str {
        match self {
            Self::Keep => secret,
            Self::Replace(new) => new,
            Self::Clear => "",
        }
    }
}

impl fmt::Debug for SecretChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keep => "Keep",
            Self::Replace(_) => "Replace",
            Self::Clear => "Clear",
        })
    }
}
