//! How a fault befalls a request on its way to the API.

use std::{convert::Infallible, io, time::Duration};

use axum::{
    Extension,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, header, response::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, future::ready, stream};

use super::rule::Rule;
use crate::emulator::Emulator;

const CORS_HEADERS: [HeaderName; 5] = [
    header::ACCESS_CONTROL_ALLOW_ORIGIN,
    header::ACCESS_CONTROL_ALLOW_METHODS,
    header::ACCESS_CONTROL_ALLOW_HEADERS,
    header::ACCESS_CONTROL_EXPOSE_HEADERS,
    header::ACCESS_CONTROL_MAX_AGE,
];

/// What the first half of an answer is given to leave.
const UNTIL_SENT: Duration = Duration::from_millis(20);

/// A part of a long answer that says nothing.
static SPACES: [u8; 65_536] = [b' '; 65_536];

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
    let hides_retry_after = rule.as_ref().is_some_and(|rule| rule.hides_retry_after);
    request.extensions_mut().insert(rule);
    let mut response = next.run(request).await;
    if no_cors {
        for name in CORS_HEADERS {
            response.headers_mut().remove(name);
        }
    }
    if hides_retry_after {
        response.headers_mut().remove(header::ACCESS_CONTROL_EXPOSE_HEADERS);
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
    let response = match (rule.padding, rule.answer()) {
        (Some(bytes), answer) => padding(bytes, answer.unwrap_or_default()),
        (None, Some(answer)) if rule.asks => {
            next.run(request).await;
            answer
        }
        (None, Some(answer)) => answer,
        (None, None) => next.run(request).await,
    };
    if rule.cut_halfway {
        return cut_halfway(response).await;
    }
    if rule.broken_json { halved(response).await } else { response }
}

/// An answer that fails before its first byte, so that the server closes the connection.
pub fn cut() -> Response {
    let failure = io::Error::from(io::ErrorKind::ConnectionAborted);
    let body = Body::from_stream(stream::once(ready(Err::<Bytes, _>(failure))));
    (Extension(Cut), body).into_response()
}

async fn halved(response: Response) -> Response {
    let (mut parts, half) = first_half(response).await;
    // A browser that keeps it would keep the fault.
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(half))
}

/// Half of the answer, and then an end that is none.
async fn cut_halfway(response: Response) -> Response {
    let (parts, half) = first_half(response).await;
    let end = stream::once(async {
        // Else the server would close the connection before it has sent the first half.
        tokio::time::sleep(UNTIL_SENT).await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    });
    Response::from_parts(parts, Body::from_stream(stream::once(ready(Ok(half))).chain(end)))
}

async fn first_half(response: Response) -> (Parts, Bytes) {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    (parts, whole.slice(..whole.len() / 2))
}

/// Spaces, which a reader of JSON passes over for as long as they come.
fn padding(bytes: u64, answer: Response) -> Response {
    let chunks = stream::unfold(bytes, |left| {
        let chunk = usize::try_from(left).ok().and_then(|left| SPACES.get(..left)).unwrap_or(&SPACES);
        let sent = (!chunk.is_empty())
            .then(|| (Ok::<_, Infallible>(Bytes::from_static(chunk)), left - chunk.len() as u64));
        ready(sent)
    });
    let (mut parts, _) = answer.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from_stream(chunks))
}
