//! A transport that hands the client's requests to the emulator without a socket.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{self, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use dt_api::{Client, Method, Request, Response, Transport, TransportError};
use dt_emulator::{Clock, Emulator, Origins, Seed, Settings};
use jiff::Timestamp;
use serde_json::Value;
use tower::ServiceExt;

/// The time in every test, in seconds.
pub const NOW: u32 = 1_735_787_045;
pub const API: &str = "http://localhost:8081";

/// Sends requests to an emulator, with this `Authorization` if any.
#[derive(Clone)]
pub struct InProcess {
    router: Router,
    authorization: Option<String>,
}

impl InProcess {
    pub fn with(settings: Settings) -> Self {
        let origins = Origins { console_port: 8080, api_port: 8081, same_origin: false };
        let clock = Clock::stopped_at(Timestamp::from_second(NOW.into()).unwrap());
        let emulator = Emulator::new(settings, origins, Seed::Demo, clock).unwrap();
        Self { router: emulator.api(), authorization: None }
    }

    pub fn authorized(self, authorization: String) -> Self {
        Self { authorization: Some(authorization), ..self }
    }

    /// A developer's client of the REST API, signed in with Basic auth.
    pub async fn developer(self) -> Client<Self> {
        let accounts = self.accounts().await;
        let account = accounts.iter().find(|account| account["basicAuth"] == true).unwrap();
        let text = |member: &str| account[member].as_str().unwrap();
        let credentials = STANDARD.encode(format!("{}:{}", text("keyId"), text("secret")));
        Client::new(&format!("{API}/v2"), self.authorized(format!("Basic {credentials}")))
    }

    /// What `/_emulator/accounts` lists.
    pub async fn accounts(&self) -> Vec<Value> {
        let url = format!("{API}/_emulator/accounts");
        let request = Request { method: Method::Get, url, headers: Vec::new(), body: None };
        serde_json::from_str(&self.send(request).await.unwrap().body).unwrap()
    }
}

impl Transport for InProcess {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let mut sent = http::Request::builder().method(request.method.as_str()).uri(request.url);
        for (name, value) in request.headers {
            sent = sent.header(name, value);
        }
        if let Some(authorization) = &self.authorization {
            sent = sent.header(header::AUTHORIZATION, authorization);
        }
        let sent = sent.body(request.body.map_or_else(Body::empty, Body::from)).unwrap();
        let (parts, body) = self.router.clone().oneshot(sent).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.map_err(|_| TransportError::Unreachable)?;
        let retry_after =
            parts.headers.get(header::RETRY_AFTER).map(|value| value.to_str().unwrap().to_owned());
        let body = String::from_utf8(body.to_vec()).unwrap();
        Ok(Response { status: parts.status.as_u16(), retry_after, body })
    }
}
