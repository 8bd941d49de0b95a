//! What a place says when there is nothing to list.

use leptos::prelude::*;

/// A title, a sentence and the next step.
#[component]
pub fn EmptyState(
    /// What is not there.
    #[prop(into)]
    title: Signal<String>,
    /// The next step: a button or a link.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// What this place is for.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <h2>{title}</h2>
            <p>{children()}</p>
            {actions.map(|actions| view! { <div class="actions">{actions.run()}</div> })}
        </div>
    }
}
