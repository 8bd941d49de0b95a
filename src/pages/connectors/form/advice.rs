//! Advice about what is in the form: it can be saved all the same.

use connector::{CONNECTORS_ALLOWED, Field, Lint, Rules, Severity, Surroundings};
use dt_api::{Connector, Device};
use leptos::prelude::*;

use super::Form;
use crate::data::Load;
use crate::reactive::memo;
use crate::ui::{Button, ButtonKind, Icon, Outside, Tone};

/// Advice about a form, as far as its surroundings are known. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Advice {
    form: Form,
    lints: Memo<Vec<Lint>>,
}

impl Advice {
    /// Follows the form, the project's devices and its connectors.
    pub(super) fn new(
        form: Form,
        devices: Load<Vec<Device>>,
        connectors: Load<Vec<Connector>>,
        rules: Rules,
    ) -> Self {
        let now = Some(seconds_since_1970());
        let lints = memo(move || {
            form.original().with(|original| {
                devices.with(|devices| {
                    connectors.with(|connectors| {
                        let surroundings = Surroundings {
                            original: original.as_ref(),
                            connectors: connectors.map(Vec::as_slice),
                            devices: devices.map(Vec::as_slice),
                            now,
                            rules,
                            connectors_allowed: CONNECTORS_ALLOWED,
                        };
                        form.with(|draft| draft.lints(&surroundings))
                    })
                })
            })
        });
        Self { form, lints }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the time is positive and far below 2^53"
)]
fn seconds_since_1970() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}

/// The advice about some fields, each with what the console can do about it.
#[component]
pub(super) fn FieldAdvice(
    advice: Advice,
    /// Which fields; nothing stands for the connector as a whole.
    about: fn(Option<Field>) -> bool,
) -> impl IntoView {
    let Advice { form, lints } = advice;
    let told = memo(move || {
        lints.with(|lints| lints.iter().filter(|lint| about(lint.field)).cloned().collect::<Vec<_>>())
    });
    move || {
        let told = told.get();
        (!told.is_empty()).then(|| {
            view! {
                <ul class="advice">
                    {told.into_iter().map(|lint| view! { <LintItem form lint /> }).collect_view()}
                </ul>
            }
        })
    }
}

#[component]
fn LintItem(form: Form, lint: Lint) -> impl IntoView {
    let (class, tone, word) = match lint.severity {
        Severity::Warning => ("advice-item warning", Tone::Warning, "Warning: "),
        Severity::Notice => ("advice-item", Tone::Info, "Note: "),
    };
    let fix = lint.fix.map(|fix| {
        let label = fix.label();
        let apply = move |()| form.edit(|draft| fix.apply(draft));
        view! { <Button kind=ButtonKind::Quiet on_click=apply><Outside text=label message=true /></Button> }
    });
    view! {
        <li class=class>
            <Icon name=tone.icon() />
            <p>
                <span class="visually-hidden">{word}</span>
                <strong>{lint.title}". "</strong>
                <Outside text=lint.reason message=true />
            </p>
            {fix}
        </li>
    }
}
