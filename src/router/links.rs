//! Plain `<a href>` links of the page become navigations without a page load.

use leptos::ev;
use leptos::prelude::{window, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::{Location, Router};

pub(super) fn follow(router: Router) {
    let _listener = window_event_listener(ev::click, move |event| {
        if let Some(location) = internal_target(&event) {
            event.prevent_default();
            router.go_to(location);
        }
    });
}

/// Where a click leads inside the console; nothing when the browser should handle it (new tab, download, other site).
fn internal_target(event: &MouseEvent) -> Option<Location> {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    let elsewhere = !link.target().is_empty() || link.has_attribute("download");
    // A link to a part of this page, such as "Skip to content", stays the browser's.
    let within_page = link.get_attribute("href")?.starts_with('#');
    if elsewhere || within_page || window().location().origin().ok()? != link.origin() {
        return None;
    }
    Some(Location { path: link.pathname(), query: link.search().trim_start_matches('?').to_owned() })
}
