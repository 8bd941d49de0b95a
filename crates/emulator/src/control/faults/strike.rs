//! How a fault befalls a request on its way to the API.

use std::{io, time::Duration};

use axum::{
    Extension,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{future::ready, stream};

use super::rule::Rule;
use crate::emulator::Emulator;

const CORS_HEADERS: [HeaderName; 5] = [
    header::ACCESS_CONTROL_ALLOW_ORIGIN,
    header::ACCESS_CONTROL_ALLOW_METHODS,
    header::ACCESS_CONTROL_ALLOW_HEADERS,
    header::ACCESS_CONTROL_EXPOSE_HEADERS,
    header::ACCESS_CONTROL_MAX_AGE,
];

/// Marks the answer to a request whose connection is cut.
#[derive(Clone, Copy, Debug)]
pub struct Cut;

/// Chooses the rule that strikes a request; stands outside of CORS, to take its headers away.
pub async fn choose(State(emulator): State<Emulator>, mut request: Request, next: Next) -> Response {
    let asked_for = request.headers().get(header::ACCESS_CONTROL_REQUEST_METHOD);
    let preflighted = asked_for.and_then(|method| Method::from_bytes(method.as_bytes()).ok());
    let rule = match preflighted.filter(|_| request.method() == Method::OPTIONS) {
        Some(method) => emulator.store().faults.strike_preflight(&method, request.uri().path()),
        None => emulator.store().faults.strike(request.method(), request.uri().path()),
    };
    let no_cors = rule.as_ref().is_some_and(|rule| rule.no_cors);
    request.extensions_mut().insert(rule);
    let mut response = next.run(request).await;
    if no_cors {
        for name in CORS_HEADERS {
            response.headers_mut().remove(name);
        }
    }
    response
}

/// Lets the chosen rule strike; stands inside of CORS, as a failing server does.
pub async fn inject(Extension(rule): Extension<Option<Rule>>, request: Request, next: Next) -> Response {
    let Some(rule) = rule else { return next.run(request).await };
    if let Some(milliseconds) = rule.delay {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
    if rule.cut {
        return cut();
    }
    let response = match rule.answer() {
        Some(answer) => answer,
        None => next.run(request).await,
    };
    if rule.broken_json { halved(response).await } else { response }
}

/// An answer that fails before its first byte, so that the server closes the connection.
pub fn cut() -> Response {
    let failure = io::Error::from(io::ErrorKind::ConnectionAborted);
    let body = Body::from_stream(stream::once(ready(Err::<Bytes, _>(failure))));
    (Extension(Cut), body).into_response()
}

async fn halved(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(whole.slice(..whole.len() / 2)))
}
