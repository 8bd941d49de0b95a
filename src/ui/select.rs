//! A native select.

use super::{field::Field, read_only::is_read_only};
use crate::reactive::dynamic;
use leptos::prelude::*;
use visible_text::visible;

/// One choice: its value and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is reported.
    pub value: String,
    /// What is shown.
    pub label: String,
}

impl Choice {
    /// A choice from its value and its words.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A labelled native select.
#[component]
pub fn Select(
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<String>,
    /// Keep the label for assistive technology only, as in a toolbar.
    #[prop(optional)]
    label_hidden: bool,
    /// A short line beneath.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Differs from the saved value.
    #[prop(optional, into)]
    changed: Signal<bool>,
) -> impl IntoView {
    view! {
        <Field label label_hidden hint error changed let:control>
            <select
                class="input"
                id=control.id
                aria-label=control.name
                disabled=is_read_only()
                aria-invalid=control.invalid
                aria-describedby=control.described_by
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {dynamic(move || {
                    choices
                        .get()
                        .into_iter()
                        .map(|choice| {
                            let own = choice.value.clone();
                            let selected = move || value.with(|value| *value == own);
                            view! { <option value=choice.value prop:selected=selected>{visible(&choice.label).into_owned()}</option> }
                        })
                        .collect_view()
                })}
            </select>
        </Field>
    }
}
