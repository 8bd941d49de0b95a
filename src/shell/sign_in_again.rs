//! The session has ended, or is about to, and what is on screen waits.

use leptos::prelude::*;

use crate::pages::sign_in::SignInForms;
use crate::reactive::dynamic;
use crate::session::{SessionState, use_session};
use crate::ui::{Button, Dialog};

/// Asks to sign in again, over the page, so that nothing entered there is lost.
#[component]
pub(super) fn SignInAgain(
    /// The person wants to before the session ends.
    asked: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let state = session.state();
    let has_ended = Signal::derive(move || state.with(|state| matches!(state, SessionState::Ended(_))));
    // Whoever has signed in again has done what they asked for.
    Effect::new(move || {
        state.track();
        asked.set(false);
    });
    let title = Signal::derive(move || {
        if has_ended.get() { "Your session has ended" } else { "Sign in again" }.to_owned()
    });
    view! {
        <Dialog
            open=Signal::derive(move || asked.get() || has_ended.get())
            title
            on_close=move |()| asked.set(false)
            actions=move || dynamic(move || if has_ended.get() {
                let leave = move |()| session.sign_out();
                view! { <Button on_click=leave>"Sign out and lose what is on this page"</Button> }.into_any()
            } else {
                view! { <Button on_click=move |()| asked.set(false)>"Not now"</Button> }.into_any()
            })
        >
            <p>
                {dynamic(move || if has_ended.get() {
                    "DT Cloud no longer accepts it. What you entered is still here: sign in again and go on."
                } else {
                    "What you entered stays as it is. The session goes on with what you sign in with here."
                })}
            </p>
            <SignInForms />
        </Dialog>
    }
}
