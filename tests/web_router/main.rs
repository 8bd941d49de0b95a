//! The address bar, the browser's history, and the guard of unsaved changes.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a failed step fails the test")]

mod guard;
mod history;
mod links;
#[expect(dead_code, reason = "the router has no widgets to type into")]
#[path = "../web_ui/page.rs"]
mod page;
mod visit;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
