//! Keys that work everywhere.

use leptos::ev;
use leptos::prelude::*;

use crate::ui::{Dialog, is_typing};

const KEYS: [(&str, &str); 4] = [
    ("Ctrl K or ⌘ K", "Jump to a project or a page"),
    ("/", "Search this list"),
    ("?", "Show these keys"),
    ("Esc", "Close a dialog or a menu"),
];

/// Listens for the keys; `?` lists them.
#[component]
pub(super) fn Shortcuts(
    /// Opens the palette.
    #[prop(into)]
    on_palette: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let listener = window_event_listener(ev::keydown, move |event| {
        let command = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "k" if command => {
                event.prevent_default();
                on_palette.run(());
            }
            "?" if !command && !is_typing() => open.set(true),
            _ => {}
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <Dialog open title="Keys" on_close=move |()| open.set(false)>
            <dl class="facts">
                {KEYS.map(|(key, action)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{action}</dd></div> }).collect_view()}
            </dl>
        </Dialog>
    }
}
