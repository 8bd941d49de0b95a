//! The browser's session history. Each entry carries its index, so that a step taken through the browser's own
//! buttons can be measured, and taken back while unsaved changes hold the person.

use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, PopStateEvent};

use super::Location;

/// The entry of the browser's history that the person is at.
#[derive(Clone, Copy, Debug)]
pub(super) struct History {
    index: i32,
}

impl History {
    /// Takes over the entry the page was loaded at, which keeps its index across a reload.
    pub(super) fn adopt() -> Self {
        let history = Self { index: index_of(&state()).unwrap_or(0) };
        history.replace(&Location::current());
        history
    }

    /// Adds an entry after this one and goes there.
    pub(super) fn push(&mut self, location: &Location) {
        self.index += 1;
        if let Ok(history) = window().history() {
            // Refused only for another origin's URL, which a `Location` cannot hold.
            let _ = history.push_state_with_url(&self.index.into(), "", Some(&location.url()));
        }
    }

    /// Changes the URL of this entry.
    pub(super) fn replace(self, location: &Location) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&self.index.into(), "", Some(&location.url()));
        }
    }

    pub(super) fn steps_to(self, index: i32) -> i32 {
        index - self.index
    }

    pub(super) fn arrive(&mut self, index: i32) {
        self.index = index;
    }
}

/// Moves through the browser's history; the browser answers with a traversal.
pub(super) fn step(steps: i32) {
    if let Ok(history) = window().history() {
        let _ = history.go_with_delta(steps);
    }
}

/// Calls back with the index of the entry the browser has moved to.
pub(super) fn on_traverse(arrived: impl Fn(i32) + 'static) {
    let _listener = window_event_listener_untyped("popstate", move |event: Event| {
        let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state).unwrap_or_default();
        arrived(index_of(&state).unwrap_or(0));
    });
}

/// Lets the browser ask before the tab is closed or reloaded while `unsaved` holds.
pub(super) fn on_close(unsaved: impl Fn() -> bool + 'static) {
    let _listener = window_event_listener_untyped("beforeunload", move |event: Event| {
        if unsaved() {
            event.prevent_default();
        }
    });
}

pub(super) fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

fn state() -> JsValue {
    window().history().and_then(|history| history.state()).unwrap_or_default()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "an index that we wrote ourselves, always a small integer"
)]
fn index_of(state: &JsValue) -> Option<i32> {
    state.as_f64().map(|index| index as i32)
}
