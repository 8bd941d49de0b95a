//! Where each credential is, and when it ends.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::reactive::dynamic;
use crate::session::{Identity, KeptAccount, SignInMethod, use_session};
use crate::ui::{Button, CopyButton, Outside, RelativeTime};

/// A table of the credentials of whoever is signed in.
#[component]
pub(super) fn Credentials(identity: Identity) -> impl IntoView {
    let Identity { method, ends_at, .. } = identity;
    let is_account = matches!(method, SignInMethod::ServiceAccount { .. });
    let who = match method {
        SignInMethod::ServiceAccount { email, key_id } => view! {
            <dl class="facts">
                <div>
                    <dt>"Service account"</dt>
                    <dd><code><Outside text=email.clone() /></code><CopyButton text=email label="Copy email" /></dd>
                </div>
                <div><dt>"Key ID"</dt><dd><code><Outside text=key_id /></code></dd></div>
            </dl>
        }
        .into_any(),
        SignInMethod::AccessToken => view! {
            <dl class="facts"><div><dt>"Signed in with"</dt><dd>"An access token"</dd></div></dl>
        }
        .into_any(),
    };
    view! {
        <section class="form-section" aria-labelledby="credentials">
            <h2 id="credentials">"Credentials"</h2>
            {who}
            <table class="list">
                <caption class="visually-hidden">"Where each credential is"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Credential"</th>
                        <th scope="col">"Where it is"</th>
                        <th scope="col">"When it ends"</th>
                    </tr>
                </thead>
                <tbody>
                    {is_account.then(|| view! {
                        <tr>
                            <th scope="row">"Secret"</th>
                            <td data-label="Where it is">"Not kept. It became the signing key when you signed in."</td>
                            <td data-label="When it ends">"When it became the key"</td>
                        </tr>
                        <SigningKeyRow />
                    })}
                    <tr>
                        <th scope="row">"Access token"</th>
                        <td data-label="Where it is">
                            "This tab’s memory only. Signing out, reloading or closing the tab forgets it."
                        </td>
                        <td data-label="When it ends">
                            <p>
                                {match ends_at {
                                    Some(at) => view! { "Ends " <RelativeTime at /> }.into_any(),
                                    None => "Ends within an hour of its making; when, only DT Cloud knows".into_any(),
                                }}
                                {if is_account { ", and is renewed before that." } else { ". It cannot be renewed here." }}
                            </p>
                        </td>
                    </tr>
                </tbody>
            </table>
        </section>
    }
}

#[component]
fn SigningKeyRow() -> impl IntoView {
    let session = use_session();
    let kept = RwSignal::new(None::<KeptAccount>);
    spawn_local(async move {
        let account = session.kept_account().await;
        kept.try_set(account);
    });
    let forget = move |()| {
        spawn_local(async move {
            session.forget_kept_key().await;
            kept.try_set(None);
        });
    };
    view! {
        <tr>
            <th scope="row">"Signing key"</th>
            <td data-label="Where it is">
                {dynamic(move || match kept.get() {
                    None => view! {
                        "This tab’s memory only. It signs, and not even this page can read it back."
                    }.into_any(),
                    Some(account) => view! {
                        <div>
                        <p>
                            "This tab’s memory, and kept in this browser since "
                            <RelativeTime at=account.since />
                            ". It signs, and cannot be read back; but whoever uses this browser profile can act as this account."
                        </p>
                        <Button on_click=forget>"Forget the kept key"</Button>
                        </div>
                    }.into_any(),
                })}
            </td>
            <td data-label="When it ends">"When it is deleted in DT Studio"</td>
        </tr>
    }
}
