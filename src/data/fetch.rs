//! Requests through the browser's `fetch`.

use dt_api::{Method, Request, Response, Transport, TransportError};
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect,
};

/// Milliseconds after which a request without an answer is given up.
const TIMEOUT: u32 = 30_000;

/// Bytes of the longest answer that is read. A page has at most 100 things (`dt-api.md` §8), so that each may have 160 kB; more
/// would fill the tab's memory, and make it stand still while it is decoded.
const LONGEST: usize = 16 * 1024 * 1024;

/// The browser as a transport. A read is aborted when its future is dropped; a write never is.
#[derive(Clone, Copy, Debug)]
pub struct Fetch;

impl Transport for Fetch {
    async fn send(&self, mut request: Request) -> Result<Response, TransportError> {
        let read = AbortOnDrop::when(request.method == Method::Get);
        let init = init(&request, read.signal()).map_err(|_| TransportError::Unreachable)?;
        let promise = window().fetch_with_str_and_init(&request.url, &init);
        // The browser has its own copy, which carries a token; this one is not to stay until its memory is used again.
        request.wipe();
        let response: web_sys::Response =
            JsFuture::from(promise).await.map_err(|error| reason(&error))?.unchecked_into();
        let retry_after = response.headers().get("Retry-After").unwrap_or_default();
        let body = match response.body() {
            Some(body) => text(body.get_reader().unchecked_into()).await?,
            None => String::new(),
        };
        Ok(Response { status: response.status(), retry_after, body })
    }
}

/// Reads an answer to its end, or until it is too long. How long it says to be is not asked: its bytes may be compressed.
async fn text(reader: ReadableStreamDefaultReader) -> Result<String, TransportError> {
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|error| reason(&error))?;
        let part = Reflect::get(&part, &"value".into()).unwrap_or_default();
        // There is none after the last one.
        let Ok(part) = part.dyn_into::<Uint8Array>() else { break };
        if bytes.len() + part.length() as usize > LONGEST {
            // Lets the browser drop the rest; it is given up whether or not that works.
            let _ = JsFuture::from(reader.cancel()).await;
            return Err(TransportError::TooLong);
        }
        bytes.extend(part.to_vec());
    }
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned()))
}

fn init(request: &Request, signal: Option<AbortSignal>) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.append(name, value)?;
    }
    let signals: Array =
        [Some(AbortSignal::timeout_with_u32(TIMEOUT)), signal].into_iter().flatten().collect();
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(&headers);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    // A redirect would carry the token to a place that nobody configured.
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&AbortSignal::any(&signals)));
    if let Some(body) = &request.body {
        init.set_body(&JsValue::from_str(body));
    }
    Ok(init)
}

/// Why `fetch` gave no answer: the name of its `DOMException`.
fn reason(error: &JsValue) -> TransportError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("TimeoutError") => TransportError::TimedOut,
        Some("AbortError") => TransportError::Aborted,
        _ => TransportError::Unreachable,
    }
}

/// Aborts its request when the view that asked for it is gone.
struct AbortOnDrop(Option<AbortController>);

impl AbortOnDrop {
    fn when(read: bool) -> Self {
        Self(if read { AbortController::new().ok() } else { None })
    }

    fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}
