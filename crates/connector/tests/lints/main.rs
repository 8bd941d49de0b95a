//! Advice about drafts that can be saved as they are.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod anything;
mod duplicate_delivery;
mod events;
mod headers;
mod hidden;
mod label_keys;
mod laws;
mod quota;
mod scenes;
mod secret;
mod spaces;
mod tokens;
mod url;
