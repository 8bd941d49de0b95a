//! Requests with the session's token.

use std::rc::Rc;

use dt_api::oauth::TokenError;
use dt_api::{Refusal, Request, Response, Secret, Transport, TransportError};

use crate::session::{Session, SignInError};

/// Adds the token to each request, and renews it after a 401: the only place where a 401 is dealt with.
pub struct Authorized<T> {
    inner: Rc<T>,
    session: Session,
}

impl<T> Authorized<T> {
    /// Puts the tokens of `session` on the requests that `inner` sends.
    pub fn new(inner: T, session: Session) -> Self {
        Self { inner: Rc::new(inner), session }
    }

    async fn send_with(&self, request: &Request, authorization: &Secret) -> Result<Response, TransportError>
    where
        T: Transport,
    {
        let mut request = request.clone();
        request.headers.push(("Authorization", authorization.reveal().to_owned()));
        self.inner.send(request).await
    }
}

impl<T: Transport + 'static> Transport for Authorized<T> {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let first = match self.session.authorization(&self.inner).await {
            Ok(Some(authorization)) => authorization,
            Ok(None) => return Ok(unauthenticated()),
            Err(error) => return without_token(error),
        };
        let response = self.send_with(&request, &first).await?;
        if response.status != 401 {
            return Ok(response);
        }
        // A 401 means that nothing was done, so that a write may be sent again too.
        let second = match self.session.authorization_after(&first, &self.inner).await {
            Ok(Some(authorization)) => authorization,
            Ok(None) => {
                self.session.refused(&first);
                return Ok(response);
            }
            Err(error) => return without_token(error),
        };
        let response = self.send_with(&request, &second).await?;
        if response.status == 401 {
            self.session.refused(&second);
        }
        Ok(response)
    }
}

/// What the API would answer to a request without a token.
fn unauthenticated() -> Response {
    Response { status: 401, retry_after: None, body: String::new() }
}

/// What comes of a request when no token is to be had for it now. A token endpoint that is busy or has a problem of its
/// own answers in the API's place, so that the person reads of that and not of a connection that works.
fn without_token(error: SignInError) -> Result<Response, TransportError> {
    match error {
        SignInError::Transport(error) => Err(error),
        SignInError::Token(TokenError::Refused(Refusal { status, retry_after, .. }))
            if status == 429 || status >= 500 =>
        {
            let retry_after = retry_after.map(|seconds| seconds.to_string());
            Ok(Response { status, retry_after, body: String::new() })
        }
        SignInError::NoCrypto | SignInError::Token(_) => Err(TransportError::Unreachable),
    }
}
