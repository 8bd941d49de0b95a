//! Who is signed in. Nothing else in the console sees a secret or a token, and nothing here writes one to storage,
//! to a URL, or to a log.

mod renewal;
mod signing_key;

use std::rc::Rc;

use dt_api::oauth::{AccessToken, Assertion, TokenError, token_request, token_response};
use dt_api::{Credentials, Transport, TransportError};
use leptos::prelude::*;

use renewal::Renewal;
use signing_key::SigningKey;

/// Milliseconds before the end of a token at which it is renewed, so that no request starts with a dying one.
const RENEW_BEFORE: f64 = 60_000.0;

/// Milliseconds by which an assertion is dated back, for a clock that is ahead of DT's (`dt-api.md` §2.1).
const CLOCK_SKEW: f64 = 5_000.0;

/// The session, as the page may know it.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionState {
    /// Nobody is signed in.
    SignedOut,
    /// Somebody is.
    SignedIn(Identity),
    /// DT Cloud no longer accepts this identity; what is on screen stays until the person signs in again.
    Ended(Identity),
}

/// Who is signed in; no secret in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// How.
    pub method: SignInMethod,
    /// When the current access token ends, in milliseconds since 1970; unknown for a pasted token.
    pub ends_at: Option<f64>,
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

/// What the holder keeps; never leaves this module.
enum Credential {
    ServiceAccount { key: SigningKey, key_id: String, email: String, token: AccessToken, ends_at: f64 },
    AccessToken(String),
}

/// The holder of the credential and the signal of who is signed in.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    credential: StoredValue<Option<Credential>, LocalStorage>,
    renewal: StoredValue<Renewal, LocalStorage>,
    token_url: StoredValue<String>,
}

impl Session {
    /// A session with nobody signed in. `token_url` is the OAuth 2.0 token endpoint of this deployment.
    #[must_use]
    pub fn new(token_url: String) -> Self {
        Self {
            state: RwSignal::new(SessionState::SignedOut),
            credential: StoredValue::new_local(None),
            renewal: StoredValue::new_local(Renewal::default()),
            token_url: StoredValue::new(token_url),
        }
    }

    /// Who is signed in.
    #[must_use]
    pub fn state(self) -> Signal<SessionState> {
        self.state.into()
    }

    /// Turns the secret into a key that cannot be read back, and exchanges a signed assertion for an access token.
    ///
    /// # Errors
    /// When the browser cannot sign, or the token endpoint refuses or is out of reach.
    pub async fn sign_in(
        self,
        transport: &impl Transport,
        credentials: Credentials,
    ) -> Result<(), SignInError> {
        let Credentials { key_id, secret, email, .. } = credentials;
        let key = SigningKey::import(secret).await.ok_or(SignInError::NoCrypto)?;
        let (token, ends_at) = self.exchange(transport, &key, &key_id, &email).await?;
        let method = SignInMethod::ServiceAccount { email: email.clone(), key_id: key_id.clone() };
        let credential = Credential::ServiceAccount { key, key_id, email, token, ends_at };
        self.begin(credential, Identity { method, ends_at: Some(ends_at) });
        Ok(())
    }

    /// Takes an access token from elsewhere.
    pub fn adopt(self, token: String) {
        let identity = Identity { method: SignInMethod::AccessToken, ends_at: None };
        self.begin(Credential::AccessToken(token), identity);
    }

    fn begin(self, credential: Credential, identity: Identity) {
        self.renewal.set_value(Renewal::default());
        self.credential.set_value(Some(credential));
        self.state.set(SessionState::SignedIn(identity));
    }

    /// Forgets everything.
    pub fn sign_out(self) {
        self.credential.set_value(None);
        self.renewal.set_value(Renewal::default());
        self.state.set(SessionState::SignedOut);
    }

    /// The value of an `Authorization` header, from a token that is not about to end; nothing when nobody is signed
    /// in or the token endpoint no longer gives one.
    ///
    /// # Errors
    /// When the token endpoint is out of reach.
    pub async fn authorization<T>(self, transport: &Rc<T>) -> Result<Option<String>, SignInError>
    where
        T: Transport + 'static,
    {
        let dying = self.credential.with_value(|credential| {
            matches!(credential, Some(Credential::ServiceAccount { ends_at, .. }) if ends_at - RENEW_BEFORE < now())
        });
        if dying {
            self.renew(transport).await?;
        }
        Ok(self.bearer())
    }

    /// A new token after the API refused `authorization`, unless another request has brought one meanwhile.
    /// Ends the session when there is none to be had.
    ///
    /// # Errors
    /// When the token endpoint is out of reach.
    pub async fn authorization_after<T>(
        self,
        refused: &str,
        transport: &Rc<T>,
    ) -> Result<Option<String>, SignInError>
    where
        T: Transport + 'static,
    {
        if self.bearer().as_deref() == Some(refused) {
            if !self.can_renew() {
                return Ok(None);
            }
            // It may bring the same token, which is good then: the API had a problem of its own.
            self.renew(transport).await?;
        }
        Ok(self.bearer())
    }

    /// DT Cloud refused `authorization`, and there is no better one. A late answer to an earlier session is ignored.
    pub fn refused(self, authorization: &str) {
        if self.bearer().as_deref() == Some(authorization) {
            self.end();
        }
    }

    fn end(self) {
        self.credential.set_value(None);
        self.state.update(|state| {
            if let SessionState::SignedIn(identity) = state {
                *state = SessionState::Ended(identity.clone());
            }
        });
    }

    fn can_renew(self) -> bool {
        self.credential.with_value(|credential| matches!(credential, Some(Credential::ServiceAccount { .. })))
    }

    fn bearer(self) -> Option<String> {
        self.credential.with_value(|credential| {
            let token = match credential.as_ref()? {
                Credential::ServiceAccount { token, .. } => token.reveal(),
                Credential::AccessToken(token) => token,
            };
            Some(format!("Bearer {token}"))
        })
    }

    /// Renews the token once, however many requests ask for it at the same time.
    async fn renew<T: Transport + 'static>(self, transport: &Rc<T>) -> Result<(), SignInError> {
        let renewal = self.renewal.get_value();
        let (transport, current) = (Rc::clone(transport), renewal.clone());
        renewal.share(async move { self.renew_now(&*transport, &current).await }).await
    }

    async fn renew_now(self, transport: &impl Transport, current: &Renewal) -> Result<(), SignInError> {
        let account = self.credential.with_value(|credential| match credential {
            Some(Credential::ServiceAccount { key, key_id, email, .. }) => {
                Some((key.clone(), key_id.clone(), email.clone()))
            }
            Some(Credential::AccessToken(_)) | None => None,
        });
        let Some((key, key_id, email)) = account else { return Ok(()) };
        let outcome = self.exchange(transport, &key, &key_id, &email).await;
        // Signed out meanwhile, and perhaps in again as somebody else, whom the outcome does not concern.
        if !self.renewal.with_value(|renewal| renewal.is(current)) {
            return Ok(());
        }
        match outcome {
            Ok((token, ends_at)) => {
                self.keep(token, ends_at);
                Ok(())
            }
            Err(SignInError::Token(TokenError::Rejected { .. }) | SignInError::NoCrypto) => {
                self.end();
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn keep(self, new_token: AccessToken, new_end: f64) {
        self.credential.update_value(|credential| {
            if let Some(Credential::ServiceAccount { token, ends_at, .. }) = credential {
                *token = new_token;
                *ends_at = new_end;
            }
        });
        self.state.update(|state| {
            if let SessionState::SignedIn(identity) = state {
                identity.ends_at = Some(new_end);
            }
        });
    }

    async fn exchange(
        self,
        transport: &impl Transport,
        key: &SigningKey,
        key_id: &str,
        email: &str,
    ) -> Result<(AccessToken, f64), SignInError> {
        let token_url = self.token_url.get_value();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds since 1970 fit")]
        let issued_at = ((now() - CLOCK_SKEW) / 1000.0) as u64;
        let assertion = Assertion::new(key_id, email, &token_url, issued_at);
        let signature = key.sign(assertion.signing_input()).await.ok_or(SignInError::NoCrypto)?;
        let request = token_request(&token_url, &assertion.signed(&signature));
        let response = transport.send(request).await.map_err(SignInError::Transport)?;
        let token = token_response(&response).map_err(SignInError::Token)?;
        let ends_at = now() + f64::from(token.expires_in) * 1000.0;
        Ok((token, ends_at))
    }
}

/// The session of this page.
#[must_use]
pub fn use_session() -> Session {
    use_context().unwrap_or_else(|| Session::new(String::new()))
}

fn now() -> f64 {
    js_sys::Date::now()
}
