//! Why somebody who was signed in is no longer, and what became of their key.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attempt::problem;
use crate::data::Problem;
use crate::reactive::dynamic;
use crate::session::{Farewell, use_session};
use crate::ui::{Button, Notice, Tone};

/// The reason, above the forms; nothing when there is none to give.
#[component]
pub(super) fn Goodbye(
    /// Why nobody is signed in.
    farewell: Farewell,
    /// Tries once more with the key that this browser keeps.
    #[prop(into)]
    on_return: Callback<()>,
) -> impl IntoView {
    let said = |tone: Tone, title: &str, detail: String| {
        view! { <Notice tone title=title.to_owned()><p>{detail}</p></Notice> }.into_any()
    };
    match farewell {
        Farewell::NobodyYet => ().into_any(),
        Farewell::SignedOut => said(
            Tone::Success,
            "You are signed out",
            format!("{FORGOTTEN} So has every other tab of this console."),
        ),
        Farewell::SignedOutElsewhere => said(
            Tone::Info,
            "You signed out in another tab",
            format!("{FORGOTTEN} What was not saved here is lost."),
        ),
        Farewell::Locked => said(
            Tone::Warning,
            "Locked, because nobody was here",
            format!("{FORGOTTEN} Sign in to go on. How long the console waits is set on its page “Session”."),
        ),
        Farewell::PageLeft => said(
            Tone::Info,
            "You left this page",
            "The console forgot key and token when you went to another page. Sign in to go on.".to_owned(),
        ),
        Farewell::KeptKeyRefused { email } => said(
            Tone::Warning,
            "The kept key is no longer accepted",
            format!(
                "DT Cloud refused the key of {email} that this browser kept; it may have been deleted. The browser keeps it \
                 no more. Sign in with another key."
            ),
        ),
        Farewell::KeptKeyNotUsed { email, error } => {
            view! { <KeptKey email problem=problem(error) on_return /> }.into_any()
        }
    }
}

const FORGOTTEN: &str =
    "This tab has forgotten key, token and all that it showed, and this browser keeps no key of it.";

/// A key that is kept and could not be used now: to be tried again, or to be given up.
#[component]
fn KeptKey(email: String, problem: Problem, on_return: Callback<()>) -> impl IntoView {
    let session = use_session();
    let forgotten = RwSignal::new(false);
    let forget = move |()| {
        spawn_local(async move {
            session.forget_kept_key().await;
            forgotten.try_set(true);
        });
    };
    let title = format!("Not signed in as {email}");
    let detail = format!("{}. {}", problem.title, problem.detail);
    dynamic(move || {
        if forgotten.get() {
            return view! { <Notice tone=Tone::Success><p>"This browser keeps the key no more."</p></Notice> }.into_any();
        }
        let (title, detail) = (title.clone(), detail.clone());
        let actions = move || {
            view! {
                <Button on_click=on_return>"Try again"</Button>
                <Button on_click=forget>"Forget the key"</Button>
            }
        };
        view! {
            <Notice tone=Tone::Danger title actions>
                <p>{detail}</p>
                <p>"The key is still kept in this browser."</p>
            </Notice>
        }
        .into_any()
    })
}
