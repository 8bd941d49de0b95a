//! The rules that this page's host gives to the browser.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit};

/// The content security policy that the console's own address answers with, empty when it sends none. Nothing when it does
/// not answer.
pub async fn content_security_policy() -> Option<String> {
    let init = RequestInit::new();
    init.set_method("HEAD");
    init.set_cache(RequestCache::NoStore);
    let promise = window().fetch_with_str_and_init("/", &init);
    let response: web_sys::Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    Some(response.headers().get("Content-Security-Policy").ok()?.unwrap_or_default())
}
