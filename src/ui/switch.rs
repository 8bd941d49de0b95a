//! An on/off switch that takes effect with its form.

use super::{
    field::{ChangedMark, descriptions},
    ids::unique_id,
    read_only::is_read_only,
};
use crate::reactive::dynamic;
use leptos::prelude::*;

/// A native checkbox with the role of a switch.
#[component]
pub fn Switch(
    /// What is on or off.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what the person wants.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What being on or off means.
    #[prop(optional, into)]
    description: Signal<Option<String>>,
    /// Differs from the saved value.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// Form control name.
    #[prop(optional)]
    name: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("switch");
    let description_id = format!("{id}-description");
    let changed_id = format!("{id}-changed");
    let described_by = descriptions([
        (changed, changed_id.clone()),
        (Signal::derive(move || description.with(Option::is_some)), description_id.clone()),
    ]);
    view! {
        <div class="switch">
            <label for=id.clone()>{label}</label>
            <input
                type="checkbox"
                role="switch"
                id=id
                name=name
                disabled=is_read_only()
                aria-describedby=described_by
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <ChangedMark id=changed_id changed />
            {dynamic(move || {
                description.get().map(|text| view! { <p class="hint" id=description_id.clone()>{text}</p> })
            })}
        </div>
    }
}
