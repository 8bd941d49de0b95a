//! The input for a secret. Its text is in no signal: it is read once, when it is used.

use dt_api::Secret;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::ui::Field;

/// What a form knows of its secret. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct SecretInput {
    element: NodeRef<html::Input>,
    is_empty: RwSignal<bool>,
}

impl SecretInput {
    /// Of an input that is still to be shown.
    pub(super) fn new() -> Self {
        Self { element: NodeRef::new(), is_empty: RwSignal::new(true) }
    }

    /// What is in it, without spaces around it; nothing when that is nothing.
    pub(super) fn read(self) -> Option<Secret> {
        let secret = Secret::from(self.element.get_untracked()?.value()).trimmed();
        // Nothing but spaces is nothing as well.
        self.is_empty.set(secret.is_empty());
        Some(secret).filter(|secret| !secret.is_empty())
    }

    /// Puts a secret in.
    pub(super) fn fill(self, secret: &Secret) {
        if let Some(element) = self.element.get_untracked() {
            element.set_value(secret.reveal());
        }
        self.is_empty.set(secret.is_empty());
    }

    /// Takes out what is in it, as soon as nothing needs it any more.
    pub(super) fn clear(self) {
        if let Some(element) = self.element.try_get_untracked().flatten() {
            element.set_value("");
        }
        self.is_empty.try_set(true);
    }

    /// What to say when there is nothing in it, once `tried` holds.
    pub(super) fn missing(self, tried: RwSignal<bool>, message: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || (tried.get() && self.is_empty.get()).then(|| message.to_owned()))
    }
}

/// The input, masked.
#[component]
pub(super) fn SecretInputField(
    /// What its form knows of it.
    input: SecretInput,
    /// The visible label.
    label: &'static str,
    /// A line beneath.
    hint: &'static str,
    /// What is wrong.
    error: Signal<Option<String>>,
    /// Form control name.
    #[prop(optional)]
    name: Option<&'static str>,
    /// What password managers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    view! {
        <Field label hint=hint.to_owned() error required=true let:control>
            <div class="control-row">
                <input
                    class="input code"
                    node_ref=input.element
                    id=control.id
                    type="password"
                    name=name
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    required
                    aria-invalid=control.invalid
                    aria-describedby=control.described_by
                    on:input=move |event| input.is_empty.set(is_empty(&event))
                />
            </div>
        </Field>
    }
}

/// Asked of the browser, so that no copy of the text is made at each key press.
fn is_empty(event: &web_sys::Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    element.is_none_or(|element| !element.check_validity())
}
