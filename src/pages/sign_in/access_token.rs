//! Sign-in with an access token from elsewhere.

use dt_api::{Error, Secret};
use leptos::html;
use leptos::prelude::*;

use super::secret_input::{SecretInput, SecretInputField};
use crate::data::{NextStep, Problem, Write, use_cloud};
use crate::reactive::dynamic;
use crate::session::use_session;
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, focus_invalid};

/// The form for an access token.
#[component]
pub(super) fn AccessTokenForm() -> impl IntoView {
    let session = use_session();
    let cloud = use_cloud();
    let token = SecretInput::new();
    let tried = RwSignal::new(false);
    let element = NodeRef::<html::Form>::new();
    let sign_in = Write::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let pasted = token.read().map(|pasted| without_scheme(&pasted)).filter(|pasted| !pasted.is_empty());
        let Some(pasted) = pasted else {
            focus_invalid(element);
            return;
        };
        sign_in.start(async move {
            // Asked first, so that a dead token is refused here and not on the next page.
            cloud.check_token(&pasted).await.map_err(problem)?;
            token.clear();
            session.adopt(pasted);
            Ok::<(), Problem>(())
        });
    };
    view! {
        <form class="sign-in-form" novalidate node_ref=element on:submit=submit aria-label="Access token">
            <SecretInputField
                input=token
                label="Access token"
                hint="Kept in this tab’s memory only. It cannot be renewed here: when it ends, sign in again."
                error=token.missing(tried, "Paste an access token.")
            />
            {dynamic(move || sign_in.problem().get().map(|problem| view! { <Failure problem /> }))}
            <Button kind=ButtonKind::Secondary submit=true pending=sign_in.pending()>
                {dynamic(move || if sign_in.pending().get() { "Signing in…" } else { "Sign in with token" })}
            </Button>
        </form>
    }
}

/// Without the scheme that it has in an `Authorization` header.
fn without_scheme(pasted: &Secret) -> Secret {
    Secret::from(pasted.reveal().trim_start_matches("Bearer ").to_owned()).trimmed()
}

fn problem(error: Error) -> Problem {
    match Problem::from(error) {
        Problem { next: NextStep::SignIn, .. } => Problem::new(
            "DT Cloud did not accept this token",
            "It may have ended, as access tokens do after an hour, or it was not copied whole.",
            NextStep::CorrectInput,
        ),
        problem => problem,
    }
}
