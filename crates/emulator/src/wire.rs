//! The JSON that clients see: shapes of the emulator's own, read from `dt-api.md` and not taken from the console's client,
//! so that one misread field cannot be wrong on both sides.

pub mod batch;
pub mod body;
pub mod connector;
pub mod device;
pub mod device_filter;
pub mod emulated_device;
pub mod event;
pub mod event_line;
pub mod event_page;
pub mod field_mask;
pub mod key;
pub mod label;
pub mod member;
pub mod metrics;
pub mod organization;
pub mod page;
pub mod project;
pub mod published;
pub mod query;
pub mod role;
#[cfg(test)]
mod samples;
pub mod service_account;
pub mod token;
