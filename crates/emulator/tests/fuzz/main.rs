//! Whatever is sent to the emulator: nothing panics, every refusal is said as the API says it, and what is refused changes
//! nothing.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed step fails the test")]

mod assertions;
mod cloud;
mod controls;
mod requests;
mod sent;
