//! Who is signed in, and the way out.

use leptos::prelude::*;

use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::session::{Identity, SignInMethod, use_session};
use crate::ui::{Menu, MenuItem, Outside, use_now};

/// The badge at the top right.
#[component]
pub(super) fn SessionMenu(
    /// Opens the history.
    #[prop(into)]
    on_history: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let router = use_router();
    let sign_out = Callback::new(move |()| session.sign_out());
    let now = use_now();
    let state = session.state();
    let identity = memo(move || state.with(|state| state.identity().cloned()));
    let who = move || identity.with(|identity| identity.as_ref().map_or("", account_name).to_owned());
    let left = move || identity.with(|identity| minutes_left(identity.as_ref()?.ends_at?, now.get()));
    view! {
        <Menu
            label="Session"
            trigger=move || view! {
                <span class="session-account"><Outside text=Signal::derive(who) /></span>
                {dynamic(move || left().map(|minutes| view! { <span class="quiet-text">{format!("{minutes} min")}</span> }))}
            }
        >
            <a role="menuitem" class="menu-item" tabindex="-1" href=Route::Session.path()>"Session"</a>
            <MenuItem on_select=on_history>"History"</MenuItem>
            <MenuItem on_select=move |()| router.after_leaving(sign_out)>"Sign out"</MenuItem>
        </Menu>
    }
}

/// What stands before the `@` of a service account's email: its ID.
fn account_name(identity: &Identity) -> &str {
    match &identity.method {
        SignInMethod::ServiceAccount { email, .. } => email.split('@').next().unwrap_or(email),
        SignInMethod::AccessToken => "Access token",
    }
}

#[expect(clippy::cast_possible_truncation, reason = "minutes of a token that lasts an hour")]
fn minutes_left(ends_at: f64, now: f64) -> Option<i32> {
    let minutes = ((ends_at - now) / 60_000.0).floor() as i32;
    (minutes >= 0).then_some(minutes)
}
