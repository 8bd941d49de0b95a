//! Numbers in the person's locale.

use leptos::prelude::*;

/// The browser's language, a BCP 47 tag.
pub(crate) fn locale() -> String {
    window().navigator().language().unwrap_or_else(|| "en".to_owned())
}

/// A number grouped and pointed as the person's locale does, with at most three decimals.
#[must_use]
pub fn locale_number(value: f64) -> String {
    js_sys::Number::from(value).to_locale_string(&locale()).into()
}
