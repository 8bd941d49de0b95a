//! A status in a word and a shape.

use super::{outside::Outside, tone::Tone};
use leptos::prelude::*;

/// A status badge: the tone gives colour and shape (`●` success, `○` neutral, `◆` info, `▲` warning and danger).
#[component]
pub fn Badge(
    /// What the status means.
    #[prop(into)]
    tone: Signal<Tone>,
    /// The word.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let shape = move || match tone.get() {
        Tone::Neutral => "○",
        Tone::Info => "◆",
        Tone::Success => "●",
        Tone::Warning | Tone::Danger => "▲",
    };
    view! {
        <span class=move || format!("badge {}", tone.get().as_str())>
            <span aria-hidden="true">{shape}</span>
            <Outside text />
        </span>
    }
}
