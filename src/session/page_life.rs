//! Leaving the page for another site, and coming back to it. A browser may keep a page that was left as it was, with all
//! that was in its memory, and show it again on Back.

use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsCast;
use web_sys::{Event, PageTransitionEvent};

/// Calls back when a page that the browser may show again is left, and when it is shown again.
pub(super) fn follow(left: impl Fn() + 'static, shown_again: impl Fn() + 'static) {
    let _left = window_event_listener_untyped("pagehide", move |event| {
        if is_kept(&event) {
            left();
        }
    });
    let _shown_again = window_event_listener_untyped("pageshow", move |event| {
        if is_kept(&event) {
            shown_again();
        }
    });
}

fn is_kept(event: &Event) -> bool {
    event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted)
}
