//! What goes and what comes, field by field.

use connector::{Difference, Line, Mark};
use leptos::prelude::*;

use crate::ui::Outside;

/// The fields that change, each with its lines.
#[component]
pub(in crate::pages::connectors) fn DifferenceList(differences: Vec<Difference>) -> impl IntoView {
    (!differences.is_empty()).then(|| {
        view! {
            <dl class="differences">
                {differences.into_iter().map(|difference| view! { <FieldDifference difference /> }).collect_view()}
            </dl>
        }
    })
}

#[component]
fn FieldDifference(difference: Difference) -> impl IntoView {
    view! {
        <div>
            <dt>{difference.field.label()}</dt>
            {difference.lines.into_iter().map(|Line { mark, text }| {
                let (class, sign, word) = match mark {
                    Mark::Added => ("added", "+", "Added: "),
                    Mark::Removed => ("removed", "−", "Removed: "),
                    Mark::Changed => ("changed", "~", "Changed: "),
                };
                view! {
                    <dd class=class>
                        <span class="mark" aria-hidden="true">{sign}</span>
                        <span class="visually-hidden">{word}</span>
                        <span><Outside text message=true /></span>
                    </dd>
                }
            }).collect_view()}
        </div>
    }
}
