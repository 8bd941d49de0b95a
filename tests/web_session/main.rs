//! Signing in, and what becomes of the token: in a browser, for its WebCrypto, and against a scripted token endpoint.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed step fails the test"
)]

mod accounts;
mod authorized;
mod json_web_token;
mod kept_key;
mod key_import;
mod leaving;
mod memory;
#[expect(dead_code, reason = "a session has nothing to click on")]
#[path = "../web_ui/page.rs"]
mod page;
mod renewal;
mod scripted_transport;
mod secrecy;
mod sign_out;
mod signing;
mod stopped_clock;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
