//! One deployment of the console: where it is and how it reaches DT Cloud.

use serde_json::{Value, json};

/// The path of DT's REST API on its own origin (`dt-api.md` §1), and where a host forwards it from.
pub const API_PATH: &str = "/v2";
/// The path of the token endpoint on its own origin (`dt-api.md` §1), and where a host forwards it from.
pub const TOKEN_PATH: &str = "/oauth2/token";

/// How the console is served, and how it reaches DT Cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Which way requests take to DT Cloud.
    pub variant: Variant,
    /// Where DT Cloud is.
    pub upstream: Upstream,
    /// How browsers reach the console.
    pub scheme: Scheme,
}

/// Which way the console's requests take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// From the browser straight to DT, which must allow the console's origin (CORS).
    CrossOrigin,
    /// To the console's own host, which forwards them to DT.
    SameOrigin,
}

impl Variant {
    /// Both.
    pub const ALL: [Self; 2] = [Self::CrossOrigin, Self::SameOrigin];

    /// Its name in paths and arguments.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CrossOrigin => "cross-origin",
            Self::SameOrigin => "same-origin",
        }
    }
}

/// The origins of DT Cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    /// The origin of the REST API, such as `https://api.disruptive-technologies.com`.
    pub api: String,
    /// The origin of the token endpoint, which may be another one.
    pub identity: String,
}

impl Upstream {
    /// DT Cloud itself (`dt-api.md` §1).
    #[must_use]
    pub fn dt_cloud() -> Self {
        Self {
            api: "https://api.disruptive-technologies.com".to_owned(),
            identity: "https://identity.disruptive-technologies.com".to_owned(),
        }
    }

    /// The REST API.
    #[must_use]
    pub fn api_url(&self) -> String {
        format!("{}{API_PATH}", self.api)
    }

    /// The token endpoint.
    #[must_use]
    pub fn token_url(&self) -> String {
        format!("{}{TOKEN_PATH}", self.identity)
    }
}

/// How browsers reach the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Over TLS, as everywhere but on this machine.
    Https,
    /// In clear, on this machine.
    Http,
}

/// What a host of [`Variant::SameOrigin`] forwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forward<'a> {
    /// The path, and for the API all below it.
    pub path: &'static str,
    /// Whether what is below the path is forwarded instead of the path itself.
    pub subtree: bool,
    /// Where to; the path stays as it is.
    pub origin: &'a str,
}

impl Forward<'_> {
    /// The host that it is forwarded to, with its port.
    #[must_use]
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or(self.origin, |(_, host)| host)
    }

    /// Whether it is forwarded over TLS.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

impl Deployment {
    /// The console over TLS with DT Cloud itself.
    #[must_use]
    pub fn of_dt_cloud(variant: Variant) -> Self {
        Self { variant, upstream: Upstream::dt_cloud(), scheme: Scheme::Https }
    }

    /// What `/config.json` says to the console. A forwarded token endpoint still wants its own URL as the audience of
    /// assertions (`dt-api.md` §2.1).
    #[must_use]
    pub fn configuration(&self) -> Value {
        match self.variant {
            Variant::CrossOrigin => {
                json!({ "apiUrl": self.upstream.api_url(), "tokenUrl": self.upstream.token_url() })
            }
            Variant::SameOrigin => json!({
                "apiUrl": API_PATH,
                "tokenUrl": TOKEN_PATH,
                "tokenAudience": self.upstream.token_url(),
            }),
        }
    }

    /// What the host forwards to DT.
    #[must_use]
    pub fn forwards(&self) -> Vec<Forward<'_>> {
        match self.variant {
            Variant::CrossOrigin => Vec::new(),
            Variant::SameOrigin => vec![
                Forward { path: API_PATH, subtree: true, origin: &self.upstream.api },
                Forward { path: TOKEN_PATH, subtree: false, origin: &self.upstream.identity },
            ],
        }
    }
}
