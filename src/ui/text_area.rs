//! A text input of several lines.

use super::field::Field;
use leptos::prelude::*;

/// A labelled input for several lines of code.
#[component]
pub fn TextArea(
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text on every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// A short line beneath.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// How many lines it shows at once.
    #[prop(default = 10)]
    rows: u32,
) -> impl IntoView {
    view! {
        <Field label hint error let:control>
            <textarea
                class="input code"
                id=control.id
                rows=rows
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=control.invalid
                aria-describedby=control.described_by
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </Field>
    }
}
