//! A client of the emulator's API, over kept connections.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::{
    body::Bytes,
    http::{Method, Request, header},
};
use dt_api::oauth::{Assertion, token_request};
use http_body_util::{BodyExt, Full};
use hyper_util::{
    client::legacy::{Client as Connections, connect::HttpConnector},
    rt::TokioExecutor,
};
use ring::hmac;
use serde_json::Value;
use tokio::time::timeout;

use crate::Outcome;

/// A call that takes longer fails the benchmark.
const TIME_LIMIT: Duration = Duration::from_mins(1);

/// Sends requests to the emulator, one after the other over the same connection. A clone shares the connections.
#[derive(Clone, Debug)]
pub struct Client {
    connections: Connections<HttpConnector, Full<Bytes>>,
    api: String,
    authorization: String,
}

impl Client {
    /// A client that is not signed in yet, of the API at this origin.
    pub fn new(api: &str) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Self {
            connections: Connections::builder(TokioExecutor::new()).build(connector),
            // By address, so that no name is looked up.
            api: api.replace("localhost", "127.0.0.1"),
            authorization: String::new(),
        }
    }

    /// The same, as a service account with this role.
    pub async fn signed_in(&self, role: &str) -> Outcome<Self> {
        let accounts = self.get("/_emulator/accounts").await?;
        let mut accounts = accounts.as_array().into_iter().flatten();
        let account = accounts.find(|account| account["role"] == role).ok_or("there is no such account")?;
        let member = |name| account[name].as_str().ok_or("an account lacks a member");
        let token_url = format!("{}/oauth2/token", self.api.replace("127.0.0.1", "localhost"));
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        let assertion = Assertion::new(member("keyId")?, member("email")?, &token_url, now);
        let key = hmac::Key::new(hmac::HMAC_SHA256, member("secret")?.as_bytes());
        let signature = hmac::sign(&key, assertion.signing_input().as_bytes());
        let form = token_request(&token_url, &assertion.signed(signature.as_ref())).body.unwrap_or_default();
        let granted =
            self.send(Method::POST, "/oauth2/token", "application/x-www-form-urlencoded", form).await?;
        let granted: Value = serde_json::from_slice(&granted)?;
        let token = granted["access_token"].as_str().ok_or("no token was granted")?;
        Ok(Self { authorization: format!("Bearer {token}"), ..self.clone() })
    }

    /// What is answered to a GET, as it comes.
    pub async fn get_bytes(&self, path: &str) -> Outcome<Bytes> {
        self.send(Method::GET, path, "application/json", String::new()).await
    }

    /// What is answered to a GET.
    pub async fn get(&self, path: &str) -> Outcome<Value> {
        Ok(serde_json::from_slice(&self.get_bytes(path).await?)?)
    }

    /// What is answered to a POST.
    pub async fn post(&self, path: &str, body: &Value) -> Outcome<Value> {
        let answer = self.send(Method::POST, path, "application/json", body.to_string()).await?;
        Ok(serde_json::from_slice(&answer)?)
    }

    async fn send(&self, method: Method, path: &str, content_type: &str, body: String) -> Outcome<Bytes> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.api))
            .header(header::AUTHORIZATION, &self.authorization)
            .header(header::CONTENT_TYPE, content_type)
            .body(Full::new(body.into()))?;
        let (status, body) = timeout(TIME_LIMIT, async {
            let answer = self.connections.request(request).await?;
            let status = answer.status();
            Outcome::Ok((status, answer.into_body().collect().await?.to_bytes()))
        })
        .await??;
        if status.is_success() {
            Ok(body)
        } else {
            Err(format!("{path} was answered with {status}: {}", String::from_utf8_lossy(&body)).into())
        }
    }
}
