//! What the page says when the program has failed: nothing on it works any more, and a dead page must not look alive.

use std::panic;

use leptos::prelude::document;

/// From now on, a panic is written to the browser's console and said on the page.
pub fn report_panics() {
    panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        say_so();
    }));
}

fn say_so() -> Option<()> {
    let notice = document().create_element("p").ok()?;
    notice.set_class_name("crash");
    notice.set_attribute("role", "alert").ok()?;
    notice.set_text_content(Some(
        "The console has failed and does nothing more. Reload the page; what you had not saved is lost.",
    ));
    document().body()?.prepend_with_node_1(&notice).ok()
}
