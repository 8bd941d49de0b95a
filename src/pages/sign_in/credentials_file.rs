//! The JSON credentials file of a service account, dropped or chosen; read in the page and sent nowhere.

use dt_api::{Credentials, Secret};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::ui::{Icon, IconName, unique_id};

/// Larger files are refused unread; a credentials file has some hundred bytes.
const LARGEST: f64 = 100_000.0;

/// A drop zone that is a file input, so that it works with the keyboard too.
#[component]
pub(super) fn CredentialsFile(
    /// Called with what the file holds.
    #[prop(into)]
    on_read: Callback<Credentials>,
) -> impl IntoView {
    let id = unique_id("file");
    let outcome_id = format!("{id}-outcome");
    let error = RwSignal::new(None::<String>);
    let over = RwSignal::new(false);
    let read = move |file: Option<File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            let text = text_of(&file).await.unwrap_or_default();
            match Credentials::from_json_file(text.reveal()) {
                Ok(credentials) => {
                    error.try_set(None);
                    on_read.try_run(credentials);
                }
                Err(reason) => {
                    error.try_set(Some(reason.to_string()));
                }
            }
        });
    };
    view! {
        <div
            class="drop-zone"
            class:over=over
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                read(event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)));
            }
        >
            <Icon name=IconName::File />
            <label for=id.clone()>"Drop the credentials file here, or choose it"</label>
            <input
                type="file"
                id=id
                accept="application/json,.json"
                aria-describedby=outcome_id.clone()
                on:change=move |event| {
                    let input: web_sys::HtmlInputElement = event_target(&event);
                    read(input.files().and_then(|files| files.get(0)));
                    // So that choosing the same file again is a change again.
                    input.set_value("");
                }
            />
            <p class="error" id=outcome_id role="alert">{error}</p>
        </div>
    }
}

async fn text_of(file: &File) -> Option<Secret> {
    if file.size() > LARGEST {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string().map(Secret::from)
}
