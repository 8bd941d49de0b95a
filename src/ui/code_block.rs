//! Code to read and to copy.

use super::{copy_button::CopyButton, outside::pieces};
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
    // Each apart, so that a change draws its own line anew and no other. The text may be gone a moment before what shows it.
    let lines = move || {
        text.try_with(|text| text.split_inclusive('\n').map(str::to_owned).enumerate().collect::<Vec<_>>())
            .unwrap_or_default()
    };
    view! {
        <div class="code-text">
            <CopyButton text label=copy_label />
            // Scrolls, and so has to be reached with the keyboard.
            <pre tabindex="0" role="region" aria-label=label><code>
                <For each=lines key=Clone::clone let:((_, line))>
                    <span>{pieces(&line, Place::Lines)}</span>
                </For>
            </code></pre>
        </div>
    }
}
