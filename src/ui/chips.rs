//! A list of short texts, edited as chips.

mod entry;

use super::{
    field::Field,
    icon::{Icon, IconName},
    ids::unique_id,
    outside::Outside,
    read_only::is_read_only,
    suggestions::{Suggestion, SuggestionList, option_id},
};
use entry::Entry;
use leptos::prelude::*;
use visible_text::visible;

/// Chips with an input that offers suggestions. Enter, comma or leaving the input adds; Backspace in the empty input
/// removes the last. A text that is already there is not added again.
#[component]
pub fn Chips(
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// The texts.
    #[prop(into)]
    values: Signal<Vec<String>>,
    /// Called with the whole new list.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// What could be added; those already there are not offered.
    #[prop(optional, into)]
    suggestions: Signal<Vec<Suggestion>>,
    /// A short line beneath.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Differs from the saved value.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// An example of what to type.
    #[prop(optional)]
    placeholder: Option<&'static str>,
) -> impl IntoView {
    let entry = Entry::new(values, on_change, suggestions);
    // A stored list may hold a text twice, and keys must differ.
    let numbered = move || values.get().into_iter().enumerate().collect::<Vec<_>>();
    let list_id = unique_id("suggestions");
    let input_list = list_id.clone();
    let active_id = {
        let list_id = list_id.clone();
        move || entry.active().map(|index| option_id(&list_id, index))
    };
    view! {
        <Field label hint error changed let:control>
            <div class="chips input">
                <ul>
                    <For each=numbered key=Clone::clone let:((_, value))>
                        <Chip value entry />
                    </For>
                </ul>
                <input
                    type="text"
                    role="combobox"
                    node_ref=entry.input
                    id=control.id
                    disabled=is_read_only()
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder=placeholder
                    aria-autocomplete="list"
                    aria-expanded=move || entry.is_open().to_string()
                    aria-controls=input_list
                    aria-activedescendant=active_id
                    aria-invalid=control.invalid
                    aria-describedby=control.described_by
                    prop:value=entry.text
                    on:input=move |event| entry.type_text(event_target_value(&event))
                    on:focus=move |_| entry.open()
                    on:blur=move |_| entry.leave()
                    on:keydown=move |event| entry.press(&event)
                />
                <SuggestionList
                    id=list_id
                    label
                    items=entry.offered.into()
                    active=Signal::derive(move || entry.active())
                    open=Signal::derive(move || entry.is_open())
                    on_pick=move |value: String| entry.add(&value)
                />
                <span class="visually-hidden" role="status">{entry.said}</span>
            </div>
        </Field>
    }
}

#[component]
fn Chip(value: String, entry: Entry) -> impl IntoView {
    let name = format!("Remove {}", visible(&value));
    let text = value.clone();
    view! {
        <li class="chip">
            <span><Outside text /></span>
            <button type="button" aria-label=name disabled=is_read_only() on:click=move |_| entry.remove(&value)>
                <Icon name=IconName::Close />
            </button>
        </li>
    }
}
