//! The list of suggestions beneath a combobox.

use super::outside::Outside;
use leptos::prelude::*;

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is taken.
    pub value: String,
    /// Why it is offered: "14 of 20 devices".
    pub note: String,
}

/// The id of the option at `index` in the list with this id, for `aria-activedescendant`.
pub(crate) fn option_id(list_id: &str, index: usize) -> String {
    format!("{list_id}-{index}")
}

/// A listbox; the focus stays in the combobox that owns it.
#[component]
pub fn SuggestionList(
    /// The list's id.
    id: String,
    /// Its accessible name.
    label: Signal<String>,
    /// What it offers.
    items: Signal<Vec<Suggestion>>,
    /// Index of the highlighted one.
    active: Signal<Option<usize>>,
    /// Whether it shows.
    open: Signal<bool>,
    /// Called with the value a person picked.
    #[prop(into)]
    on_pick: Callback<String>,
) -> impl IntoView {
    let list_id = id.clone();
    let options = move || {
        items
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, Suggestion { value, note })| {
                let selected = move || (active.get() == Some(index)).to_string();
                let picked = value.clone();
                view! {
                    <li
                        role="option"
                        id=option_id(&list_id, index)
                        aria-selected=selected
                        on:click=move |_| on_pick.run(picked.clone())
                    >
                        <span><Outside text=value /></span>
                        <span class="note">{note}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ul
            class="suggestions"
            role="listbox"
            id=id
            aria-label=label
            hidden=move || !open.get()
            // The input must keep the focus, or leaving it would close the list before the click.
            on:mousedown=move |event| event.prevent_default()
        >
            {options}
        </ul>
    }
}
