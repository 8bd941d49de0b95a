//! What the console decides about Data Connectors, with no browser in it.
//!
//! A [`Draft`] holds what a form shows. [`Draft::problems`] says what a person must correct, [`Draft::changes`] what
//! would change, and [`Draft::patch`] and [`Draft::create_body`] what to send. [`Draft::lints`] gives advice about what
//! could be saved, [`Draft::review`] says what a save means, [`Merge`] brings it together with what others saved. [`code`]
//! writes a draft as code, [`import`] reads one. [`setup`] says what a draft needs where it forwards to. [`ListQuery`] is
//! what a list shows.

mod change;
pub mod code;
mod draft;
mod duplicate;
mod endpoint;
pub mod event_catalog;
pub mod import;
mod label_suggestions;
mod lints;
mod list;
mod member_name;
mod merge;
mod patch;
mod problems;
mod review;
pub mod secret;
pub mod setup;
mod shell_word;
mod template;
pub mod undo;
mod url_parts;
mod userinfo;

pub use change::Change;
pub use draft::{ConfigDraft, Draft, HeaderRow, HttpPushDraft, SecretChange};
pub use duplicate::{Secrets, holds_secrets};
pub use endpoint::endpoint;
pub use event_catalog::EventGroup;
pub use label_suggestions::{LabelSuggestion, label_suggestions};
pub use lints::{CONNECTORS_ALLOWED, Fix, Lint, Severity, Surroundings};
pub use list::{ListQuery, SortKey};
pub use merge::{Clash, Decisions, Merge, Side, Subject};
pub use problems::{Field, Problem, Rules};
pub use review::{Difference, Line, Mark, Review};
