//! Service accounts, and sessions of them.

use crate::scripted_transport::{ScriptedTransport, token};
use data_connector_console::session::{Identity, KeyPlace, Session, SessionState, SignInMethod};
use dt_api::{Credentials, Secret};
use leptos::prelude::*;
use std::rc::Rc;

pub const TOKEN_URL: &str = "https://identity.example.com/oauth2/token";
pub const SECRET: &str = "3d9f2c6b8a1e4f70b5c2d8e6a9f01347";

pub fn developer() -> Credentials {
    Credentials {
        key_id: "c8s4f0k4d5n002vq7ho0".to_owned(),
        secret: SECRET.to_owned().into(),
        email: "developer@example.serviceaccount.d21s.com".to_owned(),
        token_endpoint: None,
    }
}

pub fn another_account() -> Credentials {
    Credentials { email: "another@example.serviceaccount.d21s.com".to_owned(), ..developer() }
}

pub fn nobody() -> Session {
    Session::new(TOKEN_URL.to_owned())
}

/// A session whose first token, `first`, is good for an hour, and what it came from.
pub async fn signed_in() -> (Session, Rc<ScriptedTransport>) {
    let cloud = Rc::new(ScriptedTransport::new([token("first", 3600)]));
    let session = nobody();
    session.sign_in(&*cloud, developer(), KeyPlace::Memory).await.unwrap();
    (session, cloud)
}

/// The `Authorization` header of this token.
pub fn header(token: &str) -> Secret {
    Secret::from(format!("Bearer {token}"))
}

/// How somebody with these credentials signs in.
pub fn of(account: Credentials) -> SignInMethod {
    SignInMethod::ServiceAccount { email: account.email, key_id: account.key_id }
}

/// Who is signed in.
pub fn identity(session: Session) -> Identity {
    match session.state().get_untracked() {
        SessionState::SignedIn(identity) => identity,
        state => panic!("nobody is signed in: {state:?}"),
    }
}
