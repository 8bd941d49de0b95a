//! Waiting for the pointer's button to be let go.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, closure::Closure};
use std::time::Duration;
use web_sys::{AddEventListenerOptions, Window};

/// Does what focus leaving a control leads to: now, or, while a pointer is pressed, once its click has been dealt with.
///
/// A message that appears under the pressed pointer moves the page, so that the button which the pointer came for would
/// get no click. Dragging a link gives no release; then it waits for the next one.
pub(super) fn once_released(then: impl FnOnce() + 'static) {
    let is_pressed = document().query_selector(":active").is_ok_and(|element| element.is_some());
    if is_pressed {
        after_next_release(&window(), Box::new(then));
    } else {
        then();
    }
}

fn after_next_release(window: &Window, then: Box<dyn FnOnce()>) {
    // The click follows the release in the same task.
    let released = Closure::once_into_js(move || set_timeout(then, Duration::ZERO));
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let listening = window.add_event_listener_with_callback_and_add_event_listener_options(
        "mouseup",
        released.unchecked_ref(),
        &options,
    );
    debug_assert!(listening.is_ok(), "a window takes listeners");
}
