//! A search input.

use super::{
    focus::is_typing,
    icon::{Icon, IconName},
};
use leptos::{ev, html, prelude::*};

/// A search input with its icon; with `slash`, the `/` key focuses it from anywhere in the page.
#[component]
pub fn SearchBox(
    /// The accessible name: "Search connectors".
    #[prop(into)]
    label: Signal<String>,
    /// What is searched: "Search name, URL, label". The label when not given.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// What the input shows.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text on every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// `/` focuses it, and a hint says so.
    #[prop(optional)]
    slash: bool,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    if slash {
        let listener = window_event_listener(ev::keydown, move |event| {
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            if event.key() == "/" && !modified && !is_typing() {
                event.prevent_default();
                if let Some(input) = input.get_untracked() {
                    input.select();
                }
            }
        });
        on_cleanup(move || listener.remove());
    }
    view! {
        <div class="search-box">
            <Icon name=IconName::Search />
            <input
                class="input"
                type="search"
                node_ref=input
                autocomplete="off"
                spellcheck="false"
                aria-label=label
                aria-keyshortcuts=slash.then_some("/")
                placeholder=placeholder.unwrap_or(label)
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {slash.then(|| view! { <kbd aria-hidden="true">"/"</kbd> })}
        </div>
    }
}
