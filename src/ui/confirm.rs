//! Asks before something that cannot be undone.

use super::{
    button::{Button, ButtonKind},
    dialog::Dialog,
    notice::Notice,
    text_field::TextField,
    tone::Tone,
};
use crate::reactive::dynamic;
use leptos::prelude::*;

/// A dialog that says in words what will happen, and can ask for a text to be typed before it lets it.
#[component]
pub fn Confirm(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The question: "Delete Building ops?"
    #[prop(into)]
    title: Signal<String>,
    /// What the confirming button says, a verb: "Delete Data Connector".
    #[prop(into)]
    confirm: Signal<String>,
    /// Called when confirmed. The owner closes the dialog when the work is done.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// Called when the person turns back.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// Something is destroyed.
    #[prop(optional)]
    danger: bool,
    /// What must be typed first.
    #[prop(optional, into)]
    type_to_confirm: Signal<Option<String>>,
    /// The work is under way.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Why the work failed.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What will be lost.
    children: ChildrenFn,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    // The next opening starts empty, however this one was left.
    Effect::new(move |_| {
        if !open.get() {
            typed.set(String::new());
        }
    });
    let not_typed = Signal::derive(move || {
        let expected = type_to_confirm.get()?;
        (typed.with(|typed| typed.trim() != expected.trim())).then(|| format!("Type {expected} to confirm."))
    });
    let leave = Callback::new(move |()| {
        if !pending.get_untracked() {
            on_cancel.run(());
        }
    });
    let actions = move || {
        let kind = if danger { ButtonKind::Danger } else { ButtonKind::Primary };
        view! {
            <Button on_click=leave>"Cancel"</Button>
            <Button kind pending disabled_reason=not_typed on_click=on_confirm>
                {confirm}
            </Button>
        }
    };
    view! {
        <Dialog open title on_close=leave actions>
            {children()}
            {dynamic(move || {
                type_to_confirm.get().map(|expected| {
                    view! {
                        <TextField
                            label=format!("Type {expected} to confirm")
                            value=typed
                            on_input=move |text| typed.set(text)
                        />
                    }
                })
            })}
            {dynamic(move || error.get().map(|error| view! { <Notice tone=Tone::Danger>{error}</Notice> }))}
        </Dialog>
    }
}
