//! The connector as code, and code as a draft.

mod paste;

use connector::code::{self, Code, Language, Target, Variable};
use dt_api::ProjectId;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::form::Form;
use crate::data::use_cloud;
use crate::reactive::{dynamic, memo};
use crate::ui::{CodeBlock, RadioGroup};
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
    let code = memo(move || {
        if !open.get() {
            return None;
        }
        form.original().with(|original| {
            let target = original.as_ref().map_or(Target::Create(&project), Target::Update);
            form.with(|draft| code::write(language.get(), draft, target, &base_url))
        })
    });
    let choices: Vec<_> =
        Language::ALL.into_iter().map(|language| (language.label(), language.label().to_owned())).collect();
    let choices = StoredValue::new(choices);
    view! {
        <aside class="code-pane" aria-label="As code">
            <details on:toggle=move |event| open.set(is_open(&event))>
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
                        {dynamic(move || code.get().map_or_else(
                            || view! { <p class="hint">"Choose at least one event type first: without one there is nothing to save."</p> }.into_any(),
                            |code| view! { <Written code /> }.into_any(),
                        ))}
                        <PasteButton form locked />
                    </div>
                }))}
            </details>
        </aside>
    }
}

fn is_open(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .is_some_and(|it| it.has_attribute("open"))
}

#[component]
fn Written(code: Code) -> impl IntoView {
    let Code { text, variables } = code;
    view! {
        <CodeBlock text label="Code" copy_label="Copy the code" />
        {(!variables.is_empty()).then(|| view! {
            <p class="hint">"Secrets are not in it. Supply these yourself:"</p>
            <dl class="facts">
                {variables.into_iter().map(|Variable { name, purpose }| view! {
                    <div><dt><code>{name}</code></dt><dd>{purpose}</dd></div>
                }).collect_view()}
            </dl>
        })}
    }
}
