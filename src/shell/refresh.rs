//! How fresh a list is, and a way to read it again.

use leptos::prelude::*;

use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, IconName, RelativeTime, use_now};

/// The list's size as children, its age, and a button.
#[component]
pub fn Refresh(
    /// When it was read, in milliseconds since 1970.
    #[prop(into)]
    at: Signal<Option<f64>>,
    /// A reading is under way.
    #[prop(into)]
    loading: Signal<bool>,
    /// Reads it again.
    #[prop(into)]
    on_refresh: Callback<()>,
    /// The size.
    children: Children,
) -> impl IntoView {
    let now = use_now();
    view! {
        <div class="refresh">
            <span role="status">{children()}</span>
            // The page's clock moves in steps, so what was read just now would lie in its future.
            {dynamic(move || at.get().map(|at| view! { <RelativeTime at=Signal::derive(move || at.min(now.get())) /> }))}
            <Button kind=ButtonKind::Quiet icon=IconName::Refresh label="Refresh" pending=loading on_click=on_refresh />
        </div>
    }
}
