//! Part of the console could not be loaded.

use leptos::prelude::*;

use super::Heading;
use crate::ui::{Button, Notice, Tone};

/// Says that the rest of the console is missing, and offers to load it again.
#[component]
pub fn LoadFailure(
    /// Loads it again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <main class="sign-in" id="content">
            <Heading text="The console is not complete" />
            <Notice
                tone=Tone::Danger
                title="A part of it could not be loaded".to_owned()
                actions=move || view! { <Button on_click=on_retry>"Try again"</Button> }
            >
                <p>
                    "Check the connection and try again. If the console has been updated meanwhile, reload the page and \
                     sign in again."
                </p>
            </Notice>
        </main>
    }
}
