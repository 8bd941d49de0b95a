//! The headers of the console's origin, as `hosting` has every host send them.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use hosting::{Caching, Deployment};

/// Those that every answer has.
pub type Security = Arc<[(HeaderName, HeaderValue)]>;

/// The security headers of a deployment.
pub fn security(deployment: &Deployment) -> Security {
    let headers = deployment.security_headers().into_iter();
    headers
        .filter_map(|(name, value)| Some((name.parse().ok()?, HeaderValue::try_from(value).ok()?)))
        .collect()
}

/// Adds them to an answer of the console's origin, and how long it lasts.
pub async fn add(State(security): State<Security>, request: Request, next: Next) -> Response {
    let caching = Caching::of(request.uri().path());
    let mut response = next.run(request).await;
    let status = response.status();
    let caching = match caching {
        Caching::Immutable if !(status.is_success() || status == StatusCode::NOT_MODIFIED) => {
            Caching::Revalidated
        }
        caching => caching,
    };
    let headers = response.headers_mut();
    headers.extend(security.iter().cloned());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching.header()));
    response
}
