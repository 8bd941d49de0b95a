//! Whether DT Cloud accepts an access token, before the session takes it.

use dt_api::{Client, Error, Request, Response, Secret, Transport, TransportError};
use leptos::prelude::*;

use super::{Cloud, Fetch};

impl Cloud {
    /// Asks for the first projects with this token, and with nothing of the session.
    ///
    /// # Errors
    /// What the API answers to a token that it does not accept, or no answer.
    pub async fn check_token(self, token: &Secret) -> Result<(), Error> {
        let transport = WithToken { authorization: Secret::from(format!("Bearer {}", token.reveal())) };
        let client = Client::new(&self.api_url.get_value(), transport);
        client.projects(None).await.map(drop)
    }
}

struct WithToken {
    authorization: Secret,
}

impl Transport for WithToken {
    async fn send(&self, mut request: Request) -> Result<Response, TransportError> {
        request.headers.push(("Authorization", self.authorization.reveal().to_owned()));
        Fetch.send(request).await
    }
}
