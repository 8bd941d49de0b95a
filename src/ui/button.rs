//! A button that can be busy, or disabled with a reason.

use super::{
    icon::{Icon, IconName},
    ids::unique_id,
    read_only::read_only_reason,
};
use crate::reactive::dynamic;
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one action a page is for.
    Primary,
    /// Every other action.
    #[default]
    Secondary,
    /// Destroys something.
    Danger,
    /// Inside rows, bars and fields: no border until hovered.
    Quiet,
}

impl ButtonKind {
    /// The button's class attribute; links that look like buttons use it too.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Secondary => "button",
            Self::Danger => "button danger",
            Self::Quiet => "button quiet",
        }
    }
}

/// A button. While `pending` or with a `disabled_reason` it keeps the focus and ignores clicks and form submission; the
/// reason is its description and shows on hover and focus.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Submits its form.
    #[prop(optional)]
    submit: bool,
    /// Has the focus when its dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// The action is under way.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Why it cannot be used now: "Needs Project Developer."
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The name of a button that shows only its icon.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The text.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let reason_id = unique_id("reason");
    let read_only = read_only_reason();
    let disabled_reason = Signal::derive(move || disabled_reason.get().or_else(|| read_only.get()));
    let described_by = {
        let reason_id = reason_id.clone();
        move || disabled_reason.with(Option::is_some).then(|| reason_id.clone())
    };
    let blocked = move || pending.get() || disabled_reason.with(Option::is_some);
    let icon_only = children.is_none();
    view! {
        <span class="button-slot">
            <button
                type=if submit { "submit" } else { "button" }
                class=kind.class()
                class:icon-only=icon_only
                class:pending=pending
                autofocus=autofocus
                title=move || label.map(|label| label.get())
                aria-label=move || label.map(|label| label.get())
                aria-disabled=move || blocked().then_some("true")
                aria-busy=move || pending.get().then_some("true")
                aria-describedby=described_by
                on:click=move |event| {
                    if blocked() {
                        event.prevent_default();
                        event.stop_propagation();
                    } else if let Some(on_click) = on_click {
                        on_click.run(());
                    }
                }
            >
                {icon.map(|name| view! { <Icon name /> })}
                {children.map(|children| children())}
            </button>
            {dynamic(move || {
                disabled_reason
                    .get()
                    .map(|reason| view! { <span class="tip" role="tooltip" id=reason_id.clone()>{reason}</span> })
            })}
        </span>
    }
}
