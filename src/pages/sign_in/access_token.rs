//! Sign-in with an access token from elsewhere.

use dt_api::Error;
use leptos::html;
use leptos::prelude::*;

use crate::data::{NextStep, Problem, Write, use_cloud};
use crate::reactive::dynamic;
use crate::session::use_session;
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, TextField, focus_invalid};

/// The form for an access token.
#[component]
pub(super) fn AccessTokenForm() -> impl IntoView {
    let session = use_session();
    let cloud = use_cloud();
    let token = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let element = NodeRef::<html::Form>::new();
    let missing = Signal::derive(move || {
        (tried.get() && token.with(|token| token.trim().is_empty()))
            .then(|| "Paste an access token.".to_owned())
    });
    let sign_in = Write::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let text = token.with_untracked(|token| token.trim().trim_start_matches("Bearer ").to_owned());
        if text.is_empty() {
            focus_invalid(element);
        } else {
            sign_in.start(async move {
                // Asked first, so that a dead token is refused here and not on the next page.
                cloud.check_token(&text).await.map_err(problem)?;
                token.try_set(String::new());
                session.adopt(text);
                Ok::<(), Problem>(())
            });
        }
    };
    view! {
        <form class="sign-in-form" novalidate node_ref=element on:submit=submit aria-label="Access token">
            <TextField
                label="Access token"
                value=token
                on_input=move |text| token.set(text)
                error=missing
                hint="Kept in this tab’s memory only. It cannot be renewed here: when it ends, sign in again."
                kind="password"
                required=true
                code=true
            />
            {dynamic(move || sign_in.problem().get().map(|problem| view! { <Failure problem /> }))}
            <Button kind=ButtonKind::Secondary submit=true pending=sign_in.pending()>
                {dynamic(move || if sign_in.pending().get() { "Signing in…" } else { "Sign in with token" })}
            </Button>
        </form>
    }
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
