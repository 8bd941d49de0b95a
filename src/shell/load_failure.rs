//! Part of the console could not be loaded.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Heading;
use super::new_version::reload;
use crate::data::is_deployed_anew;
use crate::reactive::dynamic;
use crate::ui::{Button, Notice, Tone};

/// Says that the rest of the console is missing, and offers to load it again; when the console was deployed anew it will not
/// come back, and only reloading helps.
#[component]
pub fn LoadFailure(
    /// Loads it again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let is_outdated = RwSignal::new(false);
    spawn_local(async move {
        is_outdated.try_set(is_deployed_anew().await);
    });
    view! {
        <main class="sign-in" id="content">
            <Heading text="The console is not complete" />
            <Notice
                tone=Tone::Danger
                title="A part of it could not be loaded".to_owned()
                actions=move || {
                    view! {
                        <Button on_click=move |()| reload()>"Reload"</Button>
                        {dynamic(move || {
                            (!is_outdated.get()).then(|| view! { <Button on_click=on_retry>"Try again"</Button> })
                        })}
                    }
                }
            >
                <p>
                    {dynamic(move || {
                        if is_outdated.get() {
                            "A new version of the console is there, and this part of the old one is gone. Reload and sign in \
                             again."
                        } else {
                            "Check the connection and try again. If that does not help, reload the page and sign in again."
                        }
                    })}
                </p>
            </Notice>
        </main>
    }
}
