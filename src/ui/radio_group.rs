//! One of a few choices, all of them in view.

use super::{ids::unique_id, outside::Outside};
use leptos::prelude::*;

/// A group of radio buttons under one label.
#[component]
pub fn RadioGroup(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Each choice, with what it says.
    choices: Vec<(&'static str, String)>,
    /// The one that is chosen at first.
    #[prop(optional)]
    value: Option<&'static str>,
    /// Called with the one that the person chooses.
    #[prop(into)]
    on_change: Callback<&'static str>,
) -> impl IntoView {
    let group = unique_id("radio");
    let radios = choices.into_iter().map(|(choice, text)| {
        let id = format!("{group}-{choice}");
        view! {
            <div class="checkbox">
                <input
                    type="radio"
                    id=id.clone()
                    name=group.clone()
                    prop:checked=value == Some(choice)
                    on:change=move |_| on_change.run(choice)
                />
                <label for=id><Outside text message=true /></label>
            </div>
        }
    });
    view! {
        <fieldset class="radio-group">
            <legend><Outside text=label /></legend>
            {radios.collect_view()}
        </fieldset>
    }
}
