//! The console's entry point in the browser.

use data_connector_console::{app::App, crash};
use leptos::prelude::document;

fn main() {
    crash::report_panics();
    leptos::mount::mount_to_body(App);
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
}
