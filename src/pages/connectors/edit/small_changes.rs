//! Whether changes that can hurt nothing are saved without a review: a preference, kept in the browser.

use leptos::prelude::window;

/// Where it is kept.
const KEY: &str = "skip-small-reviews";

/// Whether small changes are saved without a review.
pub fn skips_review() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|storage| storage.get_item(KEY).ok().flatten()).is_some()
}

/// Keeps whether they are. A browser that forbids storage goes on reviewing.
pub fn set_skips_review(skip: bool) {
    let Some(storage) = window().local_storage().ok().flatten() else { return };
    drop(if skip { storage.set_item(KEY, "yes") } else { storage.remove_item(KEY) });
}
