//! When the console locks.

use leptos::prelude::*;

use crate::session::IdleLimit;
use crate::ui::{Choice, Select};

/// The setting; it holds at once, in every tab.
#[component]
pub(super) fn IdleSetting() -> impl IntoView {
    let limit = RwSignal::new(IdleLimit::chosen());
    let choices: Vec<Choice> =
        IdleLimit::CHOICES.into_iter().map(|choice| Choice::new(choice.as_text(), choice.label())).collect();
    let choose = move |text: String| {
        if let Some(chosen) = IdleLimit::parse(&text) {
            chosen.choose();
            // What the browser has not stored does not hold.
            limit.set(IdleLimit::chosen());
        }
    };
    view! {
        <section class="form-section" aria-labelledby="idle-lock">
            <h2 id="idle-lock">"Idle lock"</h2>
            <p class="lead">
                "When nobody touches the console for this long, it signs out and forgets everything, a kept key and what is not \
                 saved too. It warns a minute before."
            </p>
            <Select
                label="Lock"
                choices=Signal::stored(choices)
                value=Signal::derive(move || limit.get().as_text())
                on_change=choose
            />
        </section>
    }
}
