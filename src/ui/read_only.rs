//! A part of the page that may be read, revealed and copied, but not changed.

use leptos::context::Provider;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Reason(Signal<Option<String>>);

/// While there is a reason, every field in it is fixed, and every [`Button`](super::Button) is disabled and tells it.
/// What only shows goes on working: searching, revealing, copying. A disabled `fieldset` would stop that too.
#[component]
pub fn ReadOnly(
    /// Why nothing can be changed, if so: "Needs Project Developer".
    #[prop(into)]
    reason: Signal<Option<String>>,
    /// The part.
    children: Children,
) -> impl IntoView {
    view! { <Provider value=Reason(reason)>{children()}</Provider> }
}

/// Why nothing can be changed where this is called, if so.
pub(super) fn read_only_reason() -> Signal<Option<String>> {
    use_context::<Reason>().map_or_else(|| Signal::stored(None), |Reason(reason)| reason)
}

/// Whether what is here is fixed.
pub(super) fn is_read_only() -> Signal<bool> {
    let reason = read_only_reason();
    Signal::derive(move || reason.with(Option::is_some))
}
