//! Sign-in with a service account's key, typed or from its credentials file.

use dt_api::Credentials;
use leptos::html;
use leptos::prelude::*;

use super::attempt::problem;
use super::credentials_file::CredentialsFile;
use crate::data::{Fetch, Problem, Write};
use crate::reactive::dynamic;
use crate::session::use_session;
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, TextField, focus_invalid};

/// What the form shows. The secret stays here only until it has become a key.
#[derive(Clone, Copy)]
struct Input {
    key_id: RwSignal<String>,
    secret: RwSignal<String>,
    email: RwSignal<String>,
    /// Whether to say what is missing: not before the first try.
    tried: RwSignal<bool>,
}

impl Input {
    fn new() -> Self {
        Self {
            key_id: RwSignal::default(),
            secret: RwSignal::default(),
            email: RwSignal::default(),
            tried: RwSignal::new(false),
        }
    }

    fn fill(self, credentials: Credentials) {
        self.key_id.set(credentials.key_id);
        self.secret.set(credentials.secret);
        self.email.set(credentials.email);
    }

    /// The credentials, when nothing is missing.
    fn credentials(self) -> Option<Credentials> {
        let text = |field: RwSignal<String>| {
            Some(field.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        Some(Credentials {
            key_id: text(self.key_id)?,
            secret: text(self.secret)?,
            email: text(self.email)?,
            token_endpoint: None,
        })
    }

    fn missing(self, field: RwSignal<String>, message: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let missing = self.tried.get() && field.with(|text| text.trim().is_empty());
            missing.then(|| message.to_owned())
        })
    }
}

/// The form for a service account.
#[component]
pub(super) fn ServiceAccountForm() -> impl IntoView {
    let session = use_session();
    let input = Input::new();
    let element = NodeRef::<html::Form>::new();
    let sign_in = Write::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        input.tried.set(true);
        if let Some(credentials) = input.credentials() {
            sign_in.start(async move {
                session.sign_in(&Fetch, credentials).await.map_err(problem)?;
                input.secret.try_set(String::new());
                Ok::<(), Problem>(())
            });
        } else {
            focus_invalid(element);
        }
    };
    view! {
        <form class="sign-in-form" novalidate node_ref=element on:submit=submit aria-labelledby="service-account">
            <h2 id="service-account">"Service account"</h2>
            <CredentialsFile on_read=move |credentials| input.fill(credentials) />
            <TextField
                label="Key ID"
                value=input.key_id
                on_input=move |text| input.key_id.set(text)
                error=input.missing(input.key_id, "Enter the ID of the service account’s key.")
                name="username"
                autocomplete="username"
                required=true
                code=true
            />
            <TextField
                label="Secret"
                value=input.secret
                on_input=move |text| input.secret.set(text)
                error=input.missing(input.secret, "Enter the secret that was shown when the key was created.")
                hint="Becomes a key that cannot be read back and is kept in this tab’s memory only."
                kind="password"
                name="password"
                autocomplete="current-password"
                required=true
                code=true
            />
            <TextField
                label="Service account email"
                value=input.email
                on_input=move |text| input.email.set(text)
                error=input.missing(input.email, "Enter the service account’s email.")
                hint="Ends in .serviceaccount.d21s.com"
                name="email"
                autocomplete="email"
                inputmode="email"
                required=true
                code=true
            />
            {dynamic(move || sign_in.problem().get().map(|problem| view! { <Failure problem /> }))}
            <Button kind=ButtonKind::Primary submit=true pending=sign_in.pending()>
                {dynamic(move || if sign_in.pending().get() { "Signing in…" } else { "Sign in" })}
            </Button>
        </form>
    }
}
