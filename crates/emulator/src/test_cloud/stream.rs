//! An open stream of events, read line by line.

use axum::{
    body::{Body, BodyDataStream},
    http::{Request, header},
    response::Response,
};
use futures_util::StreamExt;
use serde_json::Value;
use tower::ServiceExt;

use super::Client;

/// A stream that is open.
pub struct Stream {
    pub content_type: String,
    body: BodyDataStream,
}

impl Client {
    /// Opens the stream at this path.
    pub async fn stream(&self, path: &str, accept: &str) -> Stream {
        let response = self.begin("GET", path, accept).await;
        let content_type = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        Stream { content_type, body: response.into_body().into_data_stream() }
    }

    /// The body of an answer, as it comes.
    pub async fn body(&self, method: &str, path: &str) -> BodyDataStream {
        self.begin(method, path, "*/*").await.into_body().into_data_stream()
    }

    async fn begin(&self, method: &str, path: &str, accept: &str) -> Response {
        let authorization = self.authorization.as_deref().unwrap_or_default();
        let request = Request::builder().method(method).uri(path).header(header::ACCEPT, accept);
        let request = request.header(header::AUTHORIZATION, authorization).body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 200);
        response
    }
}

impl Stream {
    /// Waits for the next line as it was sent; `None` at the end.
    pub async fn text(&mut self) -> Option<String> {
        let bytes = self.body.next().await?.unwrap();
        Some(String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// Waits for the next line of JSON.
    pub async fn line(&mut self) -> Value {
        serde_json::from_str(&self.text().await.unwrap()).unwrap()
    }

    /// Waits for the event in the next line.
    pub async fn event(&mut self) -> Value {
        self.line().await["result"]["event"].take()
    }
}
