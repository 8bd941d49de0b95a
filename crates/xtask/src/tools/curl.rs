//! cURL, which the generated commands call.

use super::{debian, on_path};
use crate::failure::Outcome;

/// Installs cURL where it is missing.
pub fn provide() -> Outcome {
    match on_path(&["curl"]) {
        Some(_) => Ok(()),
        None => debian::install("cURL", &["curl"]),
    }
}
