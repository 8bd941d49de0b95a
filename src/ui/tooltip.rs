//! Tooltips are style alone (`style/ui/button.css`), but for Escape.

use leptos::ev;
use leptos::prelude::*;

/// What hides every tooltip while it is on the root element.
const DISMISSED: &str = "data-tooltips-dismissed";

/// Lets Escape put tooltips away until the pointer or the focus moves on.
pub fn dismiss_tooltips_on_escape() {
    // They last as long as the page.
    window_event_listener(ev::keydown, |event| mark(event.key() == "Escape"));
    window_event_listener(ev::pointerover, |_| mark(false));
}

fn mark(dismissed: bool) {
    if let Some(root) = document().document_element() {
        // Refused only for a name that is none.
        let _ = root.toggle_attribute_with_force(DISMISSED, dismissed);
    }
}
