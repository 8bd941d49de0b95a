//! Copies a text to the clipboard and says so.

use super::icon::{Icon, IconName};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// How long the answer stays.
const ANSWER: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Copied,
    Refused,
}

/// A small button beside an id, a URL or a secret. The outcome is shown in its place and announced.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// The button's name: "Copy endpoint URL".
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let outcome = RwSignal::new(None);
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let copied = write(&text).await;
            outcome.try_set(Some(if copied { Outcome::Copied } else { Outcome::Refused }));
            set_timeout(
                move || {
                    outcome.try_set(None);
                },
                ANSWER,
            );
        });
    };
    let said = move || match outcome.get() {
        None => "",
        Some(Outcome::Copied) => "Copied",
        Some(Outcome::Refused) => "Not copied: select the text and copy it",
    };
    let icon = move || {
        let name = if outcome.get() == Some(Outcome::Copied) { IconName::Check } else { IconName::Copy };
        view! { <Icon name /> }
    };
    view! {
        <span class="copy-button">
            <button type="button" class="button quiet icon-only" title=label on:click=copy>
                {icon}
                <span class="visually-hidden">{label}</span>
            </button>
            <span class="copy-outcome" role="status">{said}</span>
        </span>
    }
}

/// Whether the browser let the text onto the clipboard. Pages that are not a secure context have no clipboard at all.
async fn write(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
