//! What must be set up where the connector forwards to.

use connector::setup::{self, Guide, Placeholder, Step};
use leptos::prelude::*;
use web_sys::Element;

use super::Form;
use crate::reactive::{dynamic, memo, settled};
use crate::ui::CodeBlock;

/// Stands beneath the destination's fields, closed at first. It is written only while it is open, and follows the form.
#[component]
pub(super) fn SetupGuide(form: Form) -> impl IntoView {
    let title = settled(move || form.with(setup::title));
    dynamic(move || title.get().map(|title| view! { <Titled form title /> }))
}

#[component]
fn Titled(form: Form, title: &'static str) -> impl IntoView {
    let open = RwSignal::new(false);
    let guide = memo(move || if open.get() { form.with(setup::guide) } else { None });
    view! {
        <details
            class="setup-guide"
            on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))
        >
            <summary>{title}</summary>
            {dynamic(move || guide.get().map(|guide| view! { <Written guide /> }))}
        </details>
    }
}

#[component]
fn Written(guide: Guide) -> impl IntoView {
    let Guide { intro, steps, placeholders } = guide;
    view! {
        <p class="lead">{intro}</p>
        <ol class="setup-steps">
            {steps.into_iter().map(|step| view! { <StepItem step /> }).collect_view()}
        </ol>
        {(!placeholders.is_empty()).then(|| view! {
            <p class="hint">"What stands in angle brackets is yours to put in:"</p>
            <dl class="facts">
                {placeholders.into_iter().map(|Placeholder { name, meaning }| view! {
                    <div><dt><code>"<"{name}">"</code></dt><dd>{meaning}</dd></div>
                }).collect_view()}
            </dl>
        })}
    }
}

#[component]
fn StepItem(step: Step) -> impl IntoView {
    let Step { title, text, code } = step;
    view! {
        <li>
            <h3>{title}</h3>
            <p>{text}</p>
            {code.map(|code| view! {
                <CodeBlock text=code label=title copy_label=["Copy the code: ", title].concat() />
            })}
        </li>
    }
}
