//! Says in time that a session is about to end that cannot be renewed, and that a key was not kept as asked.

use leptos::prelude::*;

use crate::reactive::{dynamic, memo};
use crate::session::{SignInMethod, use_session};
use crate::ui::{Button, Notice, Tone, use_now};

/// Minutes before its end at which a token is said to end.
const WARN_BEFORE: f64 = 5.0;

/// What a person should know of their session on every page; mostly nothing.
#[component]
pub(super) fn SessionEnd(
    /// The person wants to sign in again now.
    #[prop(into)]
    on_sign_in: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let now = use_now();
    let state = session.state();
    let identity = memo(move || state.with(|state| state.identity().cloned()));
    // Whole minutes, so that a screen reader is not told more often.
    let minutes_left = memo(move || {
        let ends_at = identity.with(|identity| {
            let identity = identity.as_ref()?;
            (identity.method == SignInMethod::AccessToken).then_some(identity.ends_at).flatten()
        })?;
        let minutes = ((ends_at - now.get()) / 60_000.0).ceil();
        (minutes <= WARN_BEFORE).then_some(minutes.max(0.0))
    });
    let dismissed = RwSignal::new(false);
    let not_kept = memo(move || {
        !dismissed.get()
            && identity.with(|identity| identity.as_ref().is_some_and(|identity| identity.key_not_kept))
    });
    view! {
        {dynamic(move || minutes_left.get().map(|minutes| {
            let title = match minutes {
                minutes if minutes <= 0.0 => "Your access token has ended".to_owned(),
                minutes if minutes <= 1.0 => "Your access token ends in a minute".to_owned(),
                minutes => format!("Your access token ends in {minutes} minutes"),
            };
            let actions = move || view! { <Button on_click=on_sign_in>"Sign in again"</Button> };
            view! {
                <Notice tone=Tone::Warning title actions>
                    <p>"The console cannot renew it. Sign in again before you go on; what you entered stays."</p>
                </Notice>
            }
        }))}
        {dynamic(move || not_kept.get().then(|| {
            let actions = move || view! { <Button on_click=move |()| dismissed.set(true)>"Dismiss"</Button> };
            view! {
                <Notice tone=Tone::Warning title="This browser did not keep the key".to_owned() actions>
                    <p>"You are signed in, but not beyond this page. Private windows often keep nothing."</p>
                </Notice>
            }
        }))}
    }
}
