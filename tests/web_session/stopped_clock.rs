//! The time of the page, under a test's control.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

/// 2025-01-02T03:04:05.600Z, in milliseconds since 1970.
pub const NOW: f64 = 1_735_787_045_600.0;

/// `Date.now()` stands still; the browser's own is put back when dropped.
pub struct StoppedClock {
    date: JsValue,
    own: JsValue,
}

impl StoppedClock {
    /// Stops the clock at [`NOW`].
    pub fn stop() -> Self {
        let date = Reflect::get(&window(), &"Date".into()).unwrap();
        let own = Reflect::get(&date, &"now".into()).unwrap();
        let clock = Self { date, own };
        clock.pass(0.0);
        clock
    }

    /// Moves it to this many milliseconds after [`NOW`].
    pub fn pass(&self, milliseconds: f64) {
        let now = Function::new_no_args(&format!("return {}", NOW + milliseconds));
        Reflect::set(&self.date, &"now".into(), &now).unwrap();
    }
}

impl Drop for StoppedClock {
    fn drop(&mut self) {
        Reflect::set(&self.date, &"now".into(), &self.own).unwrap();
    }
}
