//! A single-line text input.

use super::{field::Field, press::once_released, read_only::is_read_only};
use leptos::{html, prelude::*};

/// A labelled single-line input. Children, when given, stand after the input in the same row (a Copy button).
#[component]
pub fn TextField(
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// What the input shows.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the whole text on every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when focus leaves: the moment to validate.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// A short line beneath.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Differs from the saved value.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// Cannot be edited, but read, focused and copied.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// Must not be empty.
    #[prop(optional)]
    required: bool,
    /// Keep the label for assistive technology only.
    #[prop(optional)]
    label_hidden: bool,
    /// For ids, URLs and code: monospaced, no spelling, no capitals.
    #[prop(optional)]
    code: bool,
    /// `type` of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// Form control name.
    #[prop(optional)]
    name: Option<&'static str>,
    /// What browsers and password managers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Which on-screen keyboard: `url`, `email`, `numeric`.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// An example, never the label.
    #[prop(optional)]
    placeholder: Option<&'static str>,
    /// To focus the input.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
    /// Stands after the input.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let here = is_read_only();
    let fixed = Signal::derive(move || read_only.get() || here.get());
    view! {
        <Field label label_hidden hint error required changed let:control>
            <div class="control-row">
                <input
                    class="input"
                    class:code=code
                    node_ref=node_ref
                    id=control.id
                    aria-label=control.name
                    type=kind
                    name=name
                    autocomplete=autocomplete
                    autocapitalize=code.then_some("off")
                    spellcheck=code.then_some("false")
                    inputmode=inputmode
                    placeholder=placeholder
                    required=required
                    readonly=move || fixed.get()
                    aria-invalid=control.invalid
                    aria-describedby=control.described_by
                    prop:value=value
                    on:input=move |event| on_input.run(event_target_value(&event))
                    // Comes from a focused input that goes away with its page too, when nobody is left to be told.
                    on:blur=move |_| {
                        if let Some(on_blur) = on_blur.filter(|_| fixed.try_get_untracked() == Some(false)) {
                            once_released(move || _ = on_blur.try_run(()));
                        }
                    }
                />
                {children.map(|children| children())}
            </div>
        </Field>
    }
}
