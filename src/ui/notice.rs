//! A box in the page that says something the person should know.

use super::{icon::Icon, outside::Outside, tone::Tone};
use crate::reactive::dynamic;
use leptos::prelude::*;

/// A message with an optional title and actions. Danger is announced at once (`alert`), the rest politely (`status`).
#[component]
pub fn Notice(
    /// What the message means.
    tone: Tone,
    /// The point in a few words.
    #[prop(optional, into)]
    title: Signal<Option<String>>,
    /// Buttons: what to do about it.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// What happened and what comes next.
    children: Children,
) -> impl IntoView {
    let role = if tone == Tone::Danger { "alert" } else { "status" };
    view! {
        <div class=format!("notice {}", tone.as_str()) role=role>
            <Icon name=tone.icon() />
            <div class="notice-text">
                {dynamic(move || title.get().map(|title| view! { <strong><Outside text=title /></strong> }))}
                {children()}
            </div>
            {actions.map(|actions| view! { <div class="notice-actions">{actions.run()}</div> })}
        </div>
    }
}
