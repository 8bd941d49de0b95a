//! The one clock of the page, so that every relative time moves together.

use crate::reactive::settled;
use leptos::prelude::*;
use std::time::Duration;

/// How often relative times move.
const STEP: Duration = Duration::from_secs(10);

#[derive(Clone, Copy)]
struct Clock(RwSignal<f64>);

/// Starts the clock and provides it as a context; it stops with the current owner.
pub fn provide_clock() {
    let now = RwSignal::new(js_sys::Date::now());
    provide_context(Clock(now));
    if let Ok(interval) = set_interval_with_handle(move || now.set(js_sys::Date::now()), STEP) {
        on_cleanup(move || interval.clear());
    }
}

/// Now, in milliseconds since 1970, moving in steps of seconds for as long as the current owner lives. It stands still where
/// no clock is provided.
#[must_use]
pub fn use_now() -> Signal<f64> {
    match use_context() {
        Some(Clock(now)) => settled(move || now.get()).into(),
        None => Signal::stored(js_sys::Date::now()),
    }
}
