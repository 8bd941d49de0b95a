//! Code to read and to copy.

use super::{copy_button::CopyButton, outside::pieces};
use crate::reactive::dynamic;
use leptos::prelude::*;
use visible_text::Place;

/// Code, with a button in its corner that copies it.
#[component]
pub fn CodeBlock(
    /// The code.
    #[prop(into)]
    text: Signal<String>,
    /// What the code is called.
    #[prop(into)]
    label: Signal<String>,
    /// The button's name: "Copy the code".
    #[prop(into)]
    copy_label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="code-text">
            <CopyButton text label=copy_label />
            // Scrolls, and so has to be reached with the keyboard.
            <pre tabindex="0" role="region" aria-label=label><code>{dynamic(move || text.with(|text| pieces(text, Place::Lines)))}</code></pre>
        </div>
    }
}
