//! Which device labels go along with each event.

use connector::{Change, Field, label_suggestions};
use dt_api::Device;
use leptos::prelude::*;

use super::Form;
use crate::data::Load;
use crate::reactive::{memo, settled};
use crate::ui::{Chips, Suggestion};

/// Label keys as chips, with suggestions from the project's devices.
#[component]
pub fn LabelKeysSection(
    form: Form,
    /// The project's devices.
    devices: Load<Vec<Device>>,
    /// What stands beneath, such as advice.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let suggestions = memo(move || {
        devices.with(|devices| {
            let Some(devices) = devices else { return Vec::new() };
            let total = devices.len();
            let suggestion = |suggestion: connector::LabelSuggestion| Suggestion {
                note: format!("{} of {total} devices", suggestion.devices),
                value: suggestion.key,
            };
            label_suggestions(devices).into_iter().map(suggestion).collect()
        })
    });
    let error = form.error_where(|field| matches!(field, Field::Labels(_)));
    view! {
        <section class="form-section" aria-labelledby="section-labels">
            <h2 id="section-labels">"Labels"</h2>
            <p class="lead">
                "Labels set on sensors and Cloud Connectors are forwarded with each event when their keys are listed \
                 here. A device without a label leaves it out."
            </p>
            <Chips
                label="Label keys"
                values=settled(move || form.with(|draft| draft.labels.clone()))
                on_change=move |labels| form.edit(|draft| draft.labels = labels)
                suggestions
                error
                changed=form.changed(Change::Labels)
                hint="DT Studio keeps a device’s display name in “name” and its description in “description”."
                placeholder="Add key"
            />
            {children.map(|children| children())}
        </section>
    }
}
