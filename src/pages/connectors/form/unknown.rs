//! A connector of a type that this console does not know.

use leptos::prelude::*;
use serde_json::Value;
use web_sys::Element;

use crate::reactive::dynamic;
use crate::ui::{CodeBlock, Notice, Tone};

/// Shows it as DT Cloud gave it. It may hold secrets under names nobody knows, so it is not in the page until asked for.
#[component]
pub(super) fn UnknownConfig(json: Value) -> impl IntoView {
    let open = RwSignal::new(false);
    let text = serde_json::to_string_pretty(&json).unwrap_or_default();
    view! {
        <Notice tone=Tone::Info title="This console does not know this type".to_owned()>
            <p>
                "Its configuration is shown below as DT Cloud gives it, and stays untouched when you change the name, \
                 the events, the labels or the switch."
            </p>
        </Notice>
        <details on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))>
            <summary>"Show the connector as JSON"</summary>
            {dynamic(move || open.get().then(|| view! { <CodeBlock text=text.clone() label="The connector as JSON" copy_label="Copy the JSON" /> }))}
        </details>
    }
}
