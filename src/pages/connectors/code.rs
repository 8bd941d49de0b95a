//! The connector as code, and code as a draft.

mod paste;

use connector::code::{self, Language, Target, Variable};
use dt_api::ProjectId;
use leptos::prelude::*;
use web_sys::Element;

use super::form::Form;
use crate::data::use_cloud;
use crate::reactive::{dynamic, memo, next_frame};
use crate::ui::{CodeBlock, Outside, RadioGroup};
use paste::PasteButton;

/// Stands beside the form: what the form would save, as code that does the same. It is written only while it is open.
#[component]
pub(super) fn CodePane(
    form: Form,
    /// The project of a new connector.
    project: ProjectId,
    /// Why nothing can be pasted, if so.
    #[prop(into)]
    locked: Signal<Option<String>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let language = RwSignal::new(Language::Curl);
    let base_url = use_cloud().api_url();
    let frame = next_frame(move || form.track());
    let code = memo(move || {
        frame.track();
        if !open.get() {
            return None;
        }
        form.original().with(|original| {
            let target = original.as_ref().map_or(Target::Create(&project), Target::Update);
            form.with_untracked(|draft| code::write(language.get(), draft, target, &base_url))
        })
    });
    // Each apart, so that a key press changes the text and nothing around it.
    let is_written = memo(move || code.with(Option::is_some));
    let text =
        memo(move || code.with(|code| code.as_ref().map(|code| code.text.clone()).unwrap_or_default()));
    let variables =
        memo(move || code.with(|code| code.as_ref().map(|code| code.variables.clone()).unwrap_or_default()));
    let choices: Vec<_> =
        Language::ALL.into_iter().map(|language| (language.label(), language.label().to_owned())).collect();
    let choices = StoredValue::new(choices);
    view! {
        <aside class="code-pane" aria-label="As code">
            <details on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))>
                <summary>"As code"</summary>
                {dynamic(move || open.get().then(|| view! {
                    <div class="code-body">
                        <RadioGroup
                            label="Language"
                            choices=choices.get_value()
                            value=language.get_untracked().label()
                            on_change=move |label| {
                                language.set(Language::ALL.into_iter().find(|it| it.label() == label).unwrap_or(Language::Curl));
                            }
                        />
                        {dynamic(move || if is_written.get() {
                            view! { <Written text variables /> }.into_any()
                        } else {
                            view! { <p class="hint">"Choose at least one event type first: without one there is nothing to save."</p> }
                                .into_any()
                        })}
                        <PasteButton form locked />
                    </div>
                }))}
            </details>
        </aside>
    }
}

#[component]
fn Written(text: Memo<String>, variables: Memo<Vec<Variable>>) -> impl IntoView {
    view! {
        <CodeBlock text label="Code" copy_label="Copy the code" />
        {dynamic(move || {
            let variables = variables.get();
            (!variables.is_empty()).then(|| view! {
                <p class="hint">"Secrets are not in it. Supply these yourself:"</p>
                <dl class="facts">
                    {variables.into_iter().map(|Variable { name, purpose }| view! {
                        <div><dt><code>{name}</code></dt><dd><Outside text=purpose message=true /></dd></div>
                    }).collect_view()}
                </dl>
            })
        })}
    }
}
