//! A text from outside.

use crate::reactive::dynamic;
use leptos::prelude::*;
use visible_text::{Part, Place, name, parts};

/// A text that somebody else wrote: a name, a label, a message. What would hide in it is named in its place, its direction
/// changes nothing around it, and it is cut when it is very long.
#[component]
pub fn Outside(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// It is a message rather than a name, and cut much later.
    #[prop(optional)]
    message: bool,
) -> impl IntoView {
    let place = if message { Place::Paragraph } else { Place::Line };
    view! { <bdi>{dynamic(move || text.with(|text| pieces(text, place)))}</bdi> }
}

/// The parts of a text, those that hide as chips.
pub(super) fn pieces(text: &str, place: Place) -> Vec<AnyView> {
    let pieces = parts(text, place).into_iter().map(|part| match part {
        Part::Text(text) => text.to_owned().into_any(),
        Part::Hidden(character) => {
            view! { <span class="hidden-character">{name(character)}</span> }.into_any()
        }
        Part::More(count) => {
            view! { <span class="quiet-text">{format!("… ({count} characters more)")}</span> }.into_any()
        }
    });
    pieces.collect()
}
