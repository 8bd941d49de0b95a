//! An input for a secret, masked until revealed.

use super::{
    copy_button::CopyButton,
    field::Field,
    icon::{Icon, IconName},
    press::once_released,
    read_only::is_read_only,
};
use crate::reactive::memo;
use leptos::prelude::*;

/// A masked input with Reveal and, on request, Copy. Children stand after them: Generate, Clear.
#[component]
pub fn SecretField(
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// The secret.
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
    /// Cannot be edited, but revealed and copied.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// Must not be empty.
    #[prop(optional)]
    required: bool,
    /// Keep the label for assistive technology only.
    #[prop(optional)]
    label_hidden: bool,
    /// Offer Copy.
    #[prop(optional)]
    copyable: bool,
    /// Form control name.
    #[prop(optional)]
    name: Option<&'static str>,
    /// What password managers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What to type, never the label.
    #[prop(optional, into)]
    placeholder: Signal<Option<String>>,
    /// Further buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let here = is_read_only();
    let fixed = Signal::derive(move || read_only.get() || here.get());
    // Revealed under this name only: in a list of rows, a field shows the next row’s secret when a row above it goes.
    let revealed_label = RwSignal::new(None::<String>);
    let revealed =
        memo(move || label.with(|label| revealed_label.with(|revealed| revealed.as_ref() == Some(label))));
    let toggle = move |_| revealed_label.set((!revealed.get_untracked()).then(|| label.get_untracked()));
    let toggle_label = move || format!("{} {}", if revealed.get() { "Hide" } else { "Reveal" }, label.get());
    let toggle_icon = move || {
        let name = if revealed.get() { IconName::EyeOff } else { IconName::Eye };
        view! { <Icon name /> }
    };
    view! {
        <Field label label_hidden hint error required changed let:control>
            <div class="control-row">
                <input
                    class="input code"
                    id=control.id
                    aria-label=control.name
                    type=move || if revealed.get() { "text" } else { "password" }
                    name=name
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
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
                <button
                    type="button"
                    class="button quiet icon-only"
                    title=toggle_label
                    aria-label=toggle_label
                    on:click=toggle
                >
                    {toggle_icon}
                </button>
                {copyable
                    .then(|| {
                        let copy_label = Signal::derive(move || format!("Copy {}", label.get()));
                        view! { <CopyButton text=value label=copy_label /> }
                    })}
                {children.map(|children| children())}
            </div>
        </Field>
    }
}
