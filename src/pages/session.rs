//! Who is signed in, until when, and where the credential is.

use leptos::prelude::*;

use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::session::{Identity, SessionState, SignInMethod, use_session};
use crate::shell::Heading;
use crate::ui::{Button, CopyButton, Outside, RelativeTime};

/// The session page.
#[component]
pub fn SessionPage() -> impl IntoView {
    let session = use_session();
    let router = use_router();
    let sign_out = Callback::new(move |()| session.sign_out());
    let identity = memo(move || {
        session.state().with(|state| match state {
            SessionState::SignedIn(identity) | SessionState::Ended(identity) => Some(identity.clone()),
            SessionState::SignedOut => None,
        })
    });
    view! {
        <div class="page-head">
            <Heading text="Session" />
            <Button on_click=move |()| router.after_leaving(sign_out)>"Sign out"</Button>
        </div>
        {dynamic(move || identity.get().map(|identity| view! { <Facts identity /> }))}
    }
}

#[component]
fn Facts(identity: Identity) -> impl IntoView {
    let Identity { method, ends_at } = identity;
    let renews = matches!(method, SignInMethod::ServiceAccount { .. });
    let account = match method {
        SignInMethod::ServiceAccount { email, key_id } => view! {
            <div><dt>"Service account"</dt><dd><code><Outside text=email.clone() /></code><CopyButton text=email label="Copy email" /></dd></div>
            <div><dt>"Key ID"</dt><dd><code><Outside text=key_id /></code></dd></div>
            <div>
                <dt>"Secret"</dt>
                <dd>"Became a signing key in this tab’s memory that not even this page can read back."</dd>
            </div>
        }
        .into_any(),
        SignInMethod::AccessToken => {
            view! { <div><dt>"Signed in with"</dt><dd>"An access token"</dd></div> }.into_any()
        }
    };
    view! {
        <dl class="facts">
            {account}
            <div>
                <dt>"Access token"</dt>
                <dd>
                    {match ends_at {
                        Some(at) => view! { "Ends " <RelativeTime at /> }.into_any(),
                        None => "Ends within an hour of its making; when, only DT Cloud knows".into_any(),
                    }}
                    {if renews { ", and is renewed before that." } else { ". It cannot be renewed here." }}
                </dd>
            </div>
            <div>
                <dt>"Kept in"</dt>
                <dd>"This tab’s memory only. Signing out, reloading or closing the tab forgets it."</dd>
            </div>
        </dl>
    }
}
