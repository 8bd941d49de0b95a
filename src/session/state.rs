//! What the page may know of the session; no secret in any of it.

use dt_api::TransportError;
use dt_api::oauth::TokenError;

/// The session, as the page may know it.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionState {
    /// The console looks for a key that this browser keeps, and signs in with it.
    Returning,
    /// Nobody is signed in, and why.
    SignedOut(Farewell),
    /// Somebody is.
    SignedIn(Identity),
    /// DT Cloud no longer accepts this identity; what is on screen stays until the person signs in again.
    Ended(Identity),
}

impl SessionState {
    /// Whose pages are on screen.
    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        match self {
            Self::SignedIn(identity) | Self::Ended(identity) => Some(identity),
            Self::Returning | Self::SignedOut(_) => None,
        }
    }
}

/// Why nobody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// Nobody has been since the page was loaded.
    NobodyYet,
    /// The person signed out.
    SignedOut,
    /// Somebody signed out in another tab.
    SignedOutElsewhere,
    /// Nobody touched the console for as long as the idle lock allows.
    Locked,
    /// The page was left for another one, and come back to.
    PageLeft,
    /// DT Cloud no longer accepts the key that this browser kept, which is removed.
    KeptKeyRefused {
        /// The service account's email.
        email: String,
    },
    /// The key that this browser keeps could not be used now. It is still kept.
    KeptKeyNotUsed {
        /// The service account's email.
        email: String,
        /// What went wrong.
        error: SignInError,
    },
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// How.
    pub method: SignInMethod,
    /// When the current access token ends, in milliseconds since 1970; unknown for a pasted token that does not say.
    pub ends_at: Option<f64>,
    /// The person asked this browser to keep the key, and it did not.
    pub key_not_kept: bool,
}

/// How somebody signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInMethod {
    /// With a service account's key.
    ServiceAccount {
        /// The account's email.
        email: String,
        /// The key's ID, which is public.
        key_id: String,
    },
    /// With an access token from elsewhere, which the console cannot renew.
    AccessToken,
}

/// Where a signing key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// In the memory of this page alone.
    Memory,
    /// In this browser as well, until it is revoked.
    Browser,
}

/// Why a sign-in failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInError {
    /// The browser has no WebCrypto here: the page was not loaded over HTTPS or from this machine.
    NoCrypto,
    /// The token endpoint gave no answer.
    Transport(TransportError),
    /// The token endpoint did not give a token.
    Token(TokenError),
}
