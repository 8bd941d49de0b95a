//! The bar at the bottom of the form.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind};

/// What is about to change, and the buttons to save it or give it up. Stands at the end of its form.
#[component]
pub(in crate::pages::connectors) fn SaveBar(
    /// What the save button says.
    save: &'static str,
    /// What it says while saving.
    saving: &'static str,
    /// What is about to change, in words.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether there is something to save.
    #[prop(into)]
    unsaved: Signal<bool>,
    /// A save is under way.
    #[prop(into)]
    pending: Signal<bool>,
    /// Why nothing can be saved, if so.
    #[prop(into)]
    locked: Signal<Option<String>>,
    /// Gives the changes up.
    #[prop(into)]
    on_discard: Callback<()>,
) -> impl IntoView {
    let nothing_to_discard = move || (!unsaved.get()).then(|| "Nothing has changed".to_owned());
    let blocked = move || locked.get().or_else(nothing_to_discard);
    view! {
        <div
            class="save-bar"
            class:dirty=unsaved
            on:mousedown=move |event| stay_in_field(&event)
            on:click=move |event| leave_field(&event)
        >
            <p class="save-summary" role="status">{summary}</p>
            <Button on_click=on_discard disabled_reason=Signal::derive(nothing_to_discard)>"Discard"</Button>
            <Button
                kind=ButtonKind::Primary
                submit=true
                pending
                disabled_reason=Signal::derive(blocked)
            >
                {dynamic(move || if pending.get() { saving } else { save })}
            </Button>
        </div>
    }
}

/// Keeps the focus in the field until the button is released: what appears when a field is left, such as its problem,
/// would move the button away under the pointer, and the click would be lost.
fn stay_in_field(event: &MouseEvent) {
    if button_of(event).is_some() {
        event.prevent_default();
    }
}

/// Leaves the field before the form is submitted, so that what is typed there counts.
fn leave_field(event: &MouseEvent) {
    if let Some(button) = button_of(event) {
        // Refused only by an element that is not focusable, which a button is.
        let _ = button.focus();
    }
}

fn button_of(event: &MouseEvent) -> Option<HtmlElement> {
    event.target()?.dyn_into::<Element>().ok()?.closest("button").ok()??.dyn_into().ok()
}
