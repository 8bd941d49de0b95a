//! Sign-in with a service account's key, typed or from its credentials file.

use dt_api::Credentials;
use leptos::html;
use leptos::prelude::*;

use super::attempt::problem;
use super::credentials_file::CredentialsFile;
use super::secret_input::{SecretInput, SecretInputField};
use crate::data::{Fetch, Problem, Write};
use crate::reactive::dynamic;
use crate::session::{KeyPlace, use_session};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Checkbox, TextField, focus_invalid};

/// What the form shows.
#[derive(Clone, Copy)]
struct Input {
    key_id: RwSignal<String>,
    secret: SecretInput,
    email: RwSignal<String>,
    /// Whether this browser is to keep the key.
    keep: RwSignal<bool>,
    /// Whether to say what is missing: not before the first try.
    tried: RwSignal<bool>,
}

impl Input {
    fn new() -> Self {
        Self {
            key_id: RwSignal::default(),
            secret: SecretInput::new(),
            email: RwSignal::default(),
            keep: RwSignal::new(false),
            tried: RwSignal::new(false),
        }
    }

    fn fill(self, credentials: Credentials) {
        self.key_id.set(credentials.key_id);
        self.secret.fill(&credentials.secret);
        self.email.set(credentials.email);
    }

    /// The credentials, when nothing is missing.
    fn credentials(self) -> Option<Credentials> {
        let text = |field: RwSignal<String>| {
            Some(field.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        Some(Credentials {
            key_id: text(self.key_id)?,
            email: text(self.email)?,
            secret: self.secret.read()?,
            token_endpoint: None,
        })
    }

    fn place(self) -> KeyPlace {
        if self.keep.get_untracked() { KeyPlace::Browser } else { KeyPlace::Memory }
    }

    fn missing(self, field: RwSignal<String>, message: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let missing = self.tried.get() && field.with(|text| text.trim().is_empty());
            missing.then(|| message.to_owned())
        })
    }
}

/// The form for a service account. A real form, whose user name stands right before its password, and which is gone once
/// somebody is signed in: what browsers go by when they offer to save a password and to fill it in.
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
            let place = input.place();
            sign_in.start(async move {
                session.sign_in(&Fetch, credentials, place).await.map_err(problem)?;
                input.secret.clear();
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
            <SecretInputField
                input=input.secret
                label="Secret"
                hint="Becomes a key that cannot be read back; the secret itself is not kept."
                error=input.secret.missing(input.tried, "Enter the secret that was shown when the key was created.")
                name="password"
                autocomplete="current-password"
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
            <Checkbox
                label="Keep me signed in on this device"
                checked=input.keep
                on_change=move |keep| input.keep.set(keep)
                description=KEPT.to_owned()
                name="keep"
            />
            {dynamic(move || sign_in.problem().get().map(|problem| view! { <Failure problem /> }))}
            <Button kind=ButtonKind::Primary submit=true pending=sign_in.pending()>
                {dynamic(move || if sign_in.pending().get() { "Signing in…" } else { "Sign in" })}
            </Button>
        </form>
    }
}

/// What it means to have the key kept.
const KEPT: &str = "This browser then keeps the key, which can be used but not read out. Whoever uses this browser profile \
    can act as this account until you sign out, the console locks, or the key is deleted in DT Studio. Only on a \
    device of your own.";
