//! A placeholder that holds the layout still while content loads.

use leptos::prelude::*;

/// Grey rows in the place of what is loading, with the words for assistive technology.
#[component]
pub fn Skeleton(
    /// What is loading: "Loading connectors".
    #[prop(into)]
    label: Signal<String>,
    /// How many rows to hold the place of.
    #[prop(default = 5)]
    rows: u8,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-busy="true">
            <span class="visually-hidden">{label}</span>
            {(0..rows).map(|_| view! { <div class="skeleton-row" aria-hidden="true"></div> }).collect_view()}
        </div>
    }
}
