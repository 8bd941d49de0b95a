//! A labelled control with its hint and its error.

use super::{
    icon::{Icon, IconName},
    ids::unique_id,
    outside::Outside,
};
use crate::reactive::dynamic;
use leptos::prelude::*;
use visible_text::visible;

/// What a control inside a [`Field`] must carry to belong to it.
#[derive(Clone)]
pub struct Control {
    /// The control's `id`; the label points at it.
    pub id: String,
    /// Its `aria-label`, `None` where the label shows.
    pub name: Signal<Option<String>>,
    /// Its `aria-describedby`: the ids of the hint and the error, when they are shown.
    pub described_by: Signal<Option<String>>,
    /// Its `aria-invalid`, `true` while there is an error.
    pub invalid: Signal<Option<&'static str>>,
}

/// Label, control, hint and error under one generated id. The control is the child: `<Field label="…" let:control>`.
#[component]
pub fn Field<F, V>(
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// Keep the label for assistive technology only, as in rows under a heading. It is an attribute then: as a hidden
    /// element it would be laid out anew, with those of all the other rows, on every key press in any of them.
    #[prop(optional)]
    label_hidden: bool,
    /// A short line beneath the control.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Marks the label as required. The control sets its own `required`.
    #[prop(optional)]
    required: bool,
    /// The value differs from the saved one, which a label that shows is marked with.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// Makes the control.
    children: F,
) -> impl IntoView
where
    F: FnOnce(Control) -> V,
    V: IntoView,
{
    let id = unique_id("field");
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let changed_id = format!("{id}-changed");
    let control = Control {
        id: id.clone(),
        name: Signal::derive(move || label_hidden.then(|| label.with(|label| visible(label).into_owned()))),
        described_by: descriptions([
            (Signal::derive(move || !label_hidden && changed.get()), changed_id.clone()),
            (Signal::derive(move || hint.with(Option::is_some)), hint_id.clone()),
            (Signal::derive(move || error.with(Option::is_some)), error_id.clone()),
        ]),
        invalid: Signal::derive(move || error.with(Option::is_some).then_some("true")),
    };
    let control = children(control).into_any();
    view! {
        <div class="field">
            {(!label_hidden).then(|| view! {
                <div class="field-label">
                    <label for=id class:required=required><Outside text=label /></label>
                    <ChangedMark id=changed_id changed />
                </div>
            })}
            {control}
            {dynamic(move || hint.get().map(|text| view! { <p class="hint" id=hint_id.clone()><Outside text message=true /></p> }))}
            {dynamic(move || {
                error.get().map(|text| {
                    view! {
                        <p class="error" id=error_id.clone()>
                            <Icon name=IconName::Warning />
                            <span><Outside text message=true /></span>
                        </p>
                    }
                })
            })}
        </div>
    }
}

/// The `aria-describedby` of a control: the ids of those descriptions that are shown, `None` when none is.
pub(super) fn descriptions<const N: usize>(all: [(Signal<bool>, String); N]) -> Signal<Option<String>> {
    Signal::derive(move || {
        let shown = all.iter().filter(|(shown, _)| shown.get()).map(|(_, id)| id.as_str());
        Some(shown.collect::<Vec<_>>().join(" ")).filter(|ids| !ids.is_empty())
    })
}

/// A dot beside the label of a value that is not saved yet, and the word as a description of its control.
#[component]
pub fn ChangedMark(
    /// What the control names in its `aria-describedby`.
    id: String,
    /// Whether the value differs from the saved one.
    changed: Signal<bool>,
) -> impl IntoView {
    move || {
        changed.get().then(|| {
            view! { <span class="changed-mark" id=id.clone()><span class="visually-hidden">"Changed."</span></span> }
        })
    }
}
