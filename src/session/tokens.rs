//! The access token: how requests get it, and how it is renewed.

use std::rc::Rc;

use dt_api::oauth::{AccessToken, Assertion, TokenError, token_request, token_response};
use dt_api::{Secret, Transport};
use leptos::prelude::*;

use super::renewal::Renewal;
use super::signing_key::SigningKey;
use super::{Credential, Session, SessionState, SignInError, kept_key, now};

/// Milliseconds before the end of a token at which it is renewed, so that no request starts with a dying one.
const RENEW_BEFORE: f64 = 60_000.0;

/// Milliseconds by which an assertion is dated back, for a clock that is ahead of DT's (`dt-api.md` §2.1).
const CLOCK_SKEW: f64 = 5_000.0;

impl Session {
    /// The value of an `Authorization` header, from a token that is not about to end; nothing when nobody is signed
    /// in or the token endpoint no longer gives one.
    ///
    /// # Errors
    /// When the token endpoint is out of reach.
    pub async fn authorization<T>(self, transport: &Rc<T>) -> Result<Option<Secret>, SignInError>
    where
        T: Transport + 'static,
    {
        let dying = self.memory.with_value(|memory| {
            matches!(memory.credential, Some(Credential::ServiceAccount { ends_at, .. }) if ends_at - RENEW_BEFORE < now())
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
        refused: &Secret,
        transport: &Rc<T>,
    ) -> Result<Option<Secret>, SignInError>
    where
        T: Transport + 'static,
    {
        if self.bearer().as_ref() == Some(refused) {
            if !self.can_renew() {
                return Ok(None);
            }
            // It may bring the same token, which is good then: the API had a problem of its own.
            self.renew(transport).await?;
        }
        Ok(self.bearer())
    }

    fn can_renew(self) -> bool {
        self.memory.with_value(|memory| matches!(memory.credential, Some(Credential::ServiceAccount { .. })))
    }

    /// DT Cloud refused `authorization`, and there is no better one. A late answer to an earlier session is ignored.
    pub fn refused(self, authorization: &Secret) {
        if self.bearer().as_ref() == Some(authorization) {
            self.end();
        }
    }

    fn end(self) {
        self.memory.update_value(|memory| memory.credential = None);
        self.state.update(|state| {
            if let SessionState::SignedIn(identity) = state {
                *state = SessionState::Ended(identity.clone());
            }
        });
    }

    fn bearer(self) -> Option<Secret> {
        self.memory.with_value(|memory| {
            let token = match memory.credential.as_ref()? {
                Credential::ServiceAccount { token, .. } => token.reveal(),
                Credential::AccessToken(token) => token.reveal(),
            };
            Some(Secret::from(format!("Bearer {token}")))
        })
    }

    /// Renews the token once, however many requests ask for it at the same time.
    async fn renew<T: Transport + 'static>(self, transport: &Rc<T>) -> Result<(), SignInError> {
        let renewal = self.renewal();
        let (transport, current) = (Rc::clone(transport), renewal.clone());
        renewal.share(async move { self.renew_now(&*transport, &current).await }).await
    }

    async fn renew_now(self, transport: &impl Transport, current: &Renewal) -> Result<(), SignInError> {
        let account = self.memory.with_value(|memory| match &memory.credential {
            Some(Credential::ServiceAccount { key, key_id, email, .. }) => {
                Some((key.clone(), key_id.clone(), email.clone()))
            }
            Some(Credential::AccessToken(_)) | None => None,
        });
        let Some((key, key_id, email)) = account else { return Ok(()) };
        let outcome = self.exchange(transport, &key, &key_id, &email).await;
        // Signed out meanwhile, and perhaps in again as somebody else, whom the outcome does not concern.
        if !self.renewal().is(current) {
            return Ok(());
        }
        match outcome {
            Ok((token, ends_at)) => {
                self.keep(token, ends_at);
                Ok(())
            }
            Err(SignInError::Token(TokenError::Rejected { .. }) | SignInError::NoCrypto) => {
                self.end();
                if kept_key::find().await.is_some_and(|kept| kept.account.key_id == key_id) {
                    kept_key::forget().await;
                }
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn keep(self, new_token: AccessToken, new_end: f64) {
        self.memory.update_value(|memory| {
            if let Some(Credential::ServiceAccount { token, ends_at, .. }) = &mut memory.credential {
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

    /// Exchanges an assertion that this key signs for an access token, and says when that ends.
    pub(super) async fn exchange(
        self,
        transport: &impl Transport,
        key: &SigningKey,
        key_id: &str,
        email: &str,
    ) -> Result<(AccessToken, f64), SignInError> {
        let token_url = self.token_url.get_value();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds since 1970 fit")]
        let issued_at = ((now() - CLOCK_SKEW) / 1000.0) as u64;
        let audience = self.audience.get_value();
        let assertion = Assertion::new(key_id, email, &audience, issued_at);
        let signature = key.sign(assertion.signing_input()).await.ok_or(SignInError::NoCrypto)?;
        let assertion = Secret::from(assertion.signed(&signature));
        let request = token_request(&token_url, assertion.reveal());
        drop(assertion);
        let mut response = transport.send(request).await.map_err(SignInError::Transport)?;
        let token = token_response(&response);
        response.wipe();
        let token = token.map_err(SignInError::Token)?;
        let ends_at = now() + f64::from(token.expires_in) * 1000.0;
        Ok((token, ends_at))
    }
}
