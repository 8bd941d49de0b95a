//! Asks before unsaved changes are lost.

use leptos::prelude::*;

use crate::router::use_router;
use crate::ui::Confirm;

/// Opens when a navigation is held back.
#[component]
pub(super) fn LeaveDialog() -> impl IntoView {
    let router = use_router();
    let departure = router.departure();
    view! {
        <Confirm
            open=Signal::derive(move || departure.with(Option::is_some))
            title="Leave without saving?"
            confirm="Leave"
            danger=true
            on_confirm=move |()| router.leave()
            on_cancel=move |()| router.stay()
        >
            <p>"What you changed on this page is lost."</p>
        </Confirm>
    }
}
