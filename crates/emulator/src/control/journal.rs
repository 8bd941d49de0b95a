//! `/_emulator/journal`: the API requests received, for tests that assert what was sent and what was not.

use std::{
    collections::VecDeque,
    sync::{Arc, OnceLock},
};

use axum::{
    Json,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::faults::strike::Cut;
use crate::{emulator::Emulator, refusal::Refusal};

const CAPACITY: usize = 10_000;
const LONGEST_BODY: usize = 2 * 1024 * 1024;
/// Its body is a credential.
const TOKEN_PATH: &str = "/oauth2/token";

/// The latest API requests, in the order of arrival.
#[derive(Debug, Default)]
pub struct Journal {
    entries: VecDeque<Entry>,
}

/// A request and the status it was answered with. It holds no headers, so no credentials either.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    method: String,
    path: String,
    query: String,
    /// JSON where the body is JSON, else text; null for none.
    body: Value,
    /// Null while unanswered, and when the connection was cut.
    #[serde(serialize_with = "serialize_status")]
    status: Arc<OnceLock<u16>>,
}

impl Journal {
    fn write(&mut self, entry: Entry) {
        self.entries.push_back(entry);
        if self.entries.len() > CAPACITY {
            self.entries.pop_front();
        }
    }
}

/// `GET`: answers a list of `{method, path, query, body, status}`.
pub async fn list(State(emulator): State<Emulator>) -> Json<Vec<Entry>> {
    Json(emulator.store().journal.entries.iter().cloned().collect())
}

/// `DELETE`: forgets them. Answers `{}`.
pub async fn clear(State(emulator): State<Emulator>) -> Json<Value> {
    emulator.store().journal.entries.clear();
    Json(json!({}))
}

/// Writes down each request but a preflight, which no app sends by itself.
pub async fn record(
    State(emulator): State<Emulator>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    if request.method() == Method::OPTIONS {
        return Ok(next.run(request).await);
    }
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, LONGEST_BODY).await;
    let bytes = bytes.map_err(|error| Refusal::invalid("body", error))?;
    let status = Arc::new(OnceLock::new());
    emulator.store().journal.write(Entry {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body: if parts.uri.path() == TOKEN_PATH { Value::Null } else { legible(&bytes) },
        status: Arc::clone(&status),
    });
    let response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
    if response.extensions().get::<Cut>().is_none() {
        status.get_or_init(|| response.status().as_u16());
    }
    Ok(response)
}

fn serialize_status<S: Serializer>(status: &OnceLock<u16>, serializer: S) -> Result<S::Ok, S::Error> {
    status.get().serialize(serializer)
}

fn legible(bytes: &Bytes) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(bytes).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use serde_json::json;

    use crate::{model::role::Role, test_cloud::TestCloud};

    #[tokio::test]
    async fn it_shows_what_was_sent_and_answered() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.connector("Gate log"));
        cloud.user().get("/v2/roles?page_size=1&x=%20").await;
        cloud.developer().patch(&format!("{path}?update_mask=labels"), json!({"labels": ["name"]})).await;
        cloud.developer().request("PATCH", &path, "{not json".into()).await;
        cloud.stranger().get("/v2/roles").await;
        let journal = cloud.stranger().get("/_emulator/journal").await.json;
        let query = "page_size=1&x=%20";
        let body = json!({"labels": ["name"]});
        assert_eq!(
            journal,
            json!([
                {"method": "GET", "path": "/v2/roles", "query": query, "body": null, "status": 200},
                {"method": "PATCH", "path": path, "query": "update_mask=labels", "body": body, "status": 200},
                {"method": "PATCH", "path": path, "query": "", "body": "{not json", "status": 400},
                {"method": "GET", "path": "/v2/roles", "query": "", "body": null, "status": 401},
            ])
        );
    }

    #[tokio::test]
    async fn it_holds_no_credentials() {
        let cloud = TestCloud::demo();
        cloud.guest().get("/v2/roles").await;
        let assertion = "assertion=e30.e30.c2lnbmF0dXJl&grant_type=x";
        cloud.stranger().request("POST", "/oauth2/token", Body::from(assertion)).await;
        let journal = cloud.stranger().get("/_emulator/journal").await;
        let secret = cloud.account(Role::ProjectDeveloper).secret;
        assert_eq!(journal.json.as_array().unwrap().len(), 2);
        for credential in ["Basic", "c2lnbmF0dXJl", "uthorization", &secret] {
            assert!(!journal.text.contains(credential), "{credential}");
        }
    }

    #[tokio::test]
    async fn it_can_be_cleared_and_does_not_show_the_controls() {
        let cloud = TestCloud::demo();
        cloud.user().get("/v2/roles").await;
        assert_eq!(cloud.stranger().delete("/_emulator/journal").await.json, json!({}));
        assert_eq!(cloud.stranger().get("/_emulator/journal").await.json, json!([]));
    }
}
