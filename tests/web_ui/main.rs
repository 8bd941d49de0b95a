//! The widgets, mounted in a browser and used as a person or a screen reader would: by roles, names and keys.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a missing element fails the test")]

mod button;
mod chips;
mod copy_button;
mod dialog;
mod field;
mod list;
mod menu;
mod page;
mod reactive;
mod secret_field;
mod theme;
mod toast;
mod toggle;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
