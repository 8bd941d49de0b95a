//! The form of a Data Connector, mounted in a browser and used as a person or a screen reader would. Nobody is signed
//! in, so that nothing is sent anywhere.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a missing element fails the test"
)]

mod cloud_queues;
mod connector_fields;
mod editor;
mod event_picker;
mod form_state;
mod headers;
mod label_keys;
mod mounted;
mod new_connector;
#[path = "../web_ui/page.rs"]
mod page;
mod signature_secret;
mod unknown_type;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
