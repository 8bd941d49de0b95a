//! A checkbox.

use super::{ids::unique_id, outside::Outside, read_only::is_read_only};
use crate::reactive::dynamic;
use leptos::prelude::*;

/// A checkbox with its label and an optional line of description.
#[component]
pub fn Checkbox(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is chosen.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what the person wants.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Some, but not all, of what it stands for is chosen.
    #[prop(optional, into)]
    mixed: Signal<bool>,
    /// A line of explanation.
    #[prop(optional, into)]
    description: Signal<Option<String>>,
    /// Form control name.
    #[prop(optional)]
    name: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("checkbox");
    let description_id = format!("{id}-description");
    let described_by = {
        let description_id = description_id.clone();
        move || description.with(Option::is_some).then(|| description_id.clone())
    };
    view! {
        <div class="checkbox">
            <input
                type="checkbox"
                id=id.clone()
                name=name
                disabled=is_read_only()
                aria-describedby=described_by
                prop:checked=checked
                prop:indeterminate=mixed
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label for=id><Outside text=label /></label>
            {dynamic(move || {
                description.get().map(|text| view! { <p class="hint" id=description_id.clone()>{text}</p> })
            })}
        </div>
    }
}
