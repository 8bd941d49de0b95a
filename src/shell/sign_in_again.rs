//! The session has ended, and what is on screen waits.

use leptos::prelude::*;

use crate::pages::sign_in::SignInForms;
use crate::session::{SessionState, use_session};
use crate::ui::{Button, Dialog};

/// Asks to sign in again, over the page, so that nothing entered there is lost.
#[component]
pub(super) fn SignInAgain() -> impl IntoView {
    let session = use_session();
    let open = Signal::derive(move || session.state().with(|state| matches!(state, SessionState::Ended(_))));
    let leave = move |()| session.sign_out();
    view! {
        <Dialog
            open
            title="Your session has ended"
            on_close=|()| ()
            actions=move || view! { <Button on_click=leave>"Sign out and lose what is on this page"</Button> }
        >
            <p>"DT Cloud no longer accepts it. What you entered is still here: sign in again and go on."</p>
            <SignInForms />
        </Dialog>
    }
}
