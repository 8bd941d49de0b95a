//! The headers that a CDN sends with the console.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

use crate::origins::Origins;

const SECURITY: [(HeaderName, HeaderValue); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");

/// Only the console's own code, and calls to the API alone.
pub fn content_security_policy(origins: Origins) -> String {
    let api = if origins.same_origin { String::new() } else { format!(" {}", origins.api()) };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'{api}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// Adds them to an answer of the console's origin.
pub async fn add(State(policy): State<String>, request: Request, next: Next) -> Response {
    let is_hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let status = response.status();
    let lasts = is_hashed && (status.is_success() || status == StatusCode::NOT_MODIFIED);
    let headers = response.headers_mut();
    headers.extend(SECURITY);
    headers.insert(header::CACHE_CONTROL, if lasts { FOREVER } else { REVALIDATE });
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Whether a file's name has the hash of its content in it: `console-0123456789abcdef_bg.wasm`. Its 16 digits are written
/// without leading zeros, so that one in sixteen has fewer.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('-').skip(1).any(|part| {
        let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
        (12..=16).contains(&digits)
    })
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn a_name_with_a_hash_lasts_forever() {
        assert!(is_hashed("/console-0123456789abcdef_bg.wasm"));
        assert!(is_hashed("/data-connector-console-0123456789abcdef.js"));
        assert!(is_hashed("/data-connector-console-123456789abcdef_bg.wasm"));
    }

    #[test]
    fn any_other_name_may_change() {
        for path in
            ["/", "/index.html", "/projects/a-1/dataconnectors", "/icon-0123.svg", "/0123456789abcdef.js"]
        {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
