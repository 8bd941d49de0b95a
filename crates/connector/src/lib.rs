//! What the console decides about Data Connectors, with no browser in it.
//!
//! A [`Draft`] holds what a form shows. [`Draft::problems`] says what a person must correct, [`Draft::changes`] what
//! would change, and [`Draft::patch`] and [`Draft::create_body`] what to send. [`code`] writes a draft as code, [`import`]
//! reads one. [`ListQuery`] is what a list shows.

mod change;
pub mod code;
mod draft;
mod endpoint;
pub mod event_catalog;
pub mod import;
mod label_suggestions;
mod list;
mod member_name;
mod patch;
mod problems;
pub mod secret;
mod template;
mod userinfo;

pub use change::Change;
pub use draft::{ConfigDraft, Draft, HeaderRow, HttpPushDraft, SecretChange};
pub use endpoint::endpoint;
pub use event_catalog::EventGroup;
pub use label_suggestions::{LabelSuggestion, label_suggestions};
pub use list::{ListQuery, SortKey};
pub use problems::{Field, Problem, Rules};
