//! A new connector like one there is.

use std::fmt;

use dt_api::{Config, Connector, ConnectorKind};

use crate::draft::{ConfigDraft, Draft, SecretChange};
use crate::secret::is_credential;

/// What becomes of a connector's secrets in its duplicate.
#[derive(Clone, PartialEq, Eq)]
pub enum Secrets {
    /// The signature secret and the values of headers that look like credentials are copied.
    Copied,
    /// The signature secret is this new one, and those values are to be entered.
    New(String),
    /// There is no signature secret, and those values are to be entered.
    None,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Copied => "Copied",
            Self::New(_) => "New",
            Self::None => "None",
        })
    }
}

/// Whether a connector holds secrets that a duplicate could copy: a signature secret, or headers that look like credentials.
#[must_use]
pub fn holds_secrets(connector: &Connector) -> bool {
    match &connector.config {
        Config::HttpPush(push) => {
            !push.signature_secret.is_empty()
                || push.headers.iter().any(|(name, value)| is_credential(name) && !value.is_empty())
        }
        _ => false,
    }
}

impl Draft {
    /// A new connector like `original`, to be added in its project or another. As one of another type it has the name, the
    /// events and the labels, and its destination is to be entered.
    #[must_use]
    pub fn duplicate(original: &Connector, kind: &ConnectorKind, secrets: Secrets) -> Self {
        let mut draft = Self::from(original);
        draft.display_name = match original.display_name.trim() {
            "" => String::new(),
            name => format!("{name} (copy)"),
        };
        if *kind != draft.config.kind() {
            draft.config = ConfigDraft::new(kind);
        }
        if let (ConfigDraft::HttpPush(push), Config::HttpPush(original)) =
            (&mut draft.config, &original.config)
        {
            if secrets != Secrets::Copied {
                for row in push.headers.iter_mut().filter(|row| is_credential(&row.name)) {
                    row.value.clear();
                }
            }
            push.signature_secret = match secrets {
                Secrets::Copied if !original.signature_secret.is_empty() => {
                    SecretChange::Replace(original.signature_secret.clone())
                }
                Secrets::New(secret) => SecretChange::Replace(secret),
                Secrets::Copied | Secrets::None => SecretChange::Keep,
            };
        }
        draft
    }
}
