//! "5 minutes ago", with the exact time on hover.

use super::{clock::use_now, number::locale};
use crate::reactive::dynamic;
use leptos::prelude::*;

const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// A moment, said relative to now.
#[component]
pub fn RelativeTime(
    /// The moment, in milliseconds since 1970.
    #[prop(into)]
    at: Signal<f64>,
) -> impl IntoView {
    let now = use_now();
    let date = move || js_sys::Date::new(&at.get().into());
    view! {
        <time
            datetime=move || String::from(date().to_iso_string())
            title=move || String::from(date().to_locale_string(&locale(), &js_sys::Object::new()))
        >
            {dynamic(move || relative(at.get(), now.get()))}
        </time>
    }
}

/// The distance from `now` to `at` in the person's language.
fn relative(at: f64, now: f64) -> String {
    let (amount, unit) = distance(at - now);
    let options = js_sys::Object::new();
    // "now" and "yesterday" instead of "0 seconds ago" and "1 day ago"; setting a property of a new object cannot fail.
    drop(js_sys::Reflect::set(&options, &"numeric".into(), &"auto".into()));
    let locales = js_sys::Array::of1(&locale().into());
    js_sys::Intl::RelativeTimeFormat::new(&locales, &options).format(amount, unit).into()
}

/// A span of milliseconds in the largest unit that holds it, cut towards zero.
fn distance(millis: f64) -> (f64, &'static str) {
    let (size, unit) = match millis.abs() {
        span if span < MINUTE => (SECOND, "second"),
        span if span < HOUR => (MINUTE, "minute"),
        span if span < DAY => (HOUR, "hour"),
        _ => (DAY, "day"),
    };
    ((millis / size).trunc(), unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_told_in_the_largest_unit_that_holds_it() {
        assert_eq!(distance(-59_999.0), (-59.0, "second"));
        assert_eq!(distance(-60_000.0), (-1.0, "minute"));
        assert_eq!(distance(90.0 * MINUTE), (1.0, "hour"));
        assert_eq!(distance(-5.0 * DAY), (-5.0, "day"));
    }
}
