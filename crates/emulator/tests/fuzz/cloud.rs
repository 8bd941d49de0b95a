//! An emulated cloud without sockets, and everything in it that a client can see.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, header},
};
use dt_api::oauth::{Assertion, token_request};
use dt_emulator::{Clock, Emulator, Origins, Seed, Settings};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde_json::Value;
use sha2::Sha256;
use tower::ServiceExt;

/// The time in every test, in seconds.
pub const NOW: u32 = 1_735_787_045;
pub const TOKEN_URL: &str = "http://localhost:8081/oauth2/token";

/// Streams never end by themselves; the time in these tests passes as soon as nothing else happens.
const PATIENCE: Duration = Duration::from_hours(1);

pub struct Cloud {
    router: Router,
}

/// A service account's key.
#[derive(Clone, Debug)]
pub struct Key {
    pub id: String,
    pub secret: String,
    pub email: String,
}

/// An answer; its status is 0 when there was none, and `body` is nothing when it was cut off, as streams are here.
#[derive(Debug, Default, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Option<Vec<u8>>,
}

impl Cloud {
    pub fn demo() -> Self {
        let origins = Origins { console_port: 8080, api_port: 8081, same_origin: false };
        let clock = Clock::stopped_at(Timestamp::from_second(NOW.into()).unwrap());
        let emulator = Emulator::new(Settings::default(), origins, Seed::Demo, clock).unwrap();
        Self { router: emulator.api() }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = tokio::time::timeout(PATIENCE, self.router.clone().oneshot(request)).await;
        let Ok(answer) = answer else { return Answer::default() };
        let (parts, body) = answer.unwrap().into_parts();
        let body = tokio::time::timeout(PATIENCE, to_bytes(body, usize::MAX)).await;
        let body = body.ok().and_then(Result::ok).map(|bytes| bytes.to_vec());
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str, authorization: &str) -> Value {
        let request = Request::get(path).header(header::AUTHORIZATION, authorization).body(Body::empty());
        self.send(request.unwrap()).await.json()
    }

    /// The key of the account with this role.
    pub async fn key(&self, role: &str) -> Key {
        let accounts = self.get("/_emulator/accounts", "").await;
        let account = accounts.as_array().unwrap().iter().find(|account| account["role"] == role).unwrap();
        let text = |member: &str| account[member].as_str().unwrap().to_owned();
        Key { id: text("keyId"), secret: text("secret"), email: text("email") }
    }

    /// What an organization's admin sends as `Authorization`.
    pub async fn admin(&self) -> String {
        let key = self.key("organization.admin").await;
        let assertion = Assertion::new(&key.id, &key.email, TOKEN_URL, NOW.into());
        let signature = hs256(&key.secret, assertion.signing_input());
        let answer = self.ask_for_token(&assertion.signed(&signature)).await;
        format!("Bearer {}", answer.json()["access_token"].as_str().unwrap())
    }

    pub async fn ask_for_token(&self, assertion: &str) -> Answer {
        let form = token_request(TOKEN_URL, assertion).body.unwrap();
        let request =
            Request::post("/oauth2/token").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(form.into()).unwrap()).await
    }

    /// Everything in the cloud that an organization's admin can list.
    pub async fn everything(&self, admin: &str) -> Vec<Value> {
        let mut found = vec![self.get("/v2/projects?pageSize=100", admin).await];
        for path in ["", "/members", "/serviceaccounts", "/devices", "/dataconnectors"] {
            for project in found[0]["projects"].as_array().cloned().unwrap_or_default() {
                let name = project["name"].as_str().unwrap();
                found.push(self.get(&format!("/v2/{name}{path}?pageSize=100"), admin).await);
            }
        }
        found
    }
}

impl Answer {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        self.body.as_deref().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default()
    }
}

/// The HMAC-SHA-256 of a text.
pub fn hs256(secret: &str, text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// Runs an asynchronous test, in which time passes whenever nothing else happens.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time().start_paused(true).build().unwrap().block_on(future)
}
