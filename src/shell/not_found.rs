//! Where no place is.

use leptos::prelude::*;

use super::Heading;
use crate::paths::Route;
use crate::ui::{EmptyState, Outside};

/// Says so and leads back.
#[component]
pub fn NotFound(
    /// The path asked for.
    path: String,
) -> impl IntoView {
    view! {
        <Heading text="Page not found" />
        <EmptyState
            title="There is no page at this address"
            actions=|| view! { <a class="button primary" href=Route::Projects.path()>"All projects"</a> }
        >
            <code><Outside text=path /></code>
            " leads nowhere. The link may be old, or was not copied whole."
        </EmptyState>
    }
}
