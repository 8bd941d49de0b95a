//! The secret that signs each event.

use connector::{Change, Field, SecretChange};
use dt_api::Config;
use leptos::prelude::*;

use super::Form;
use crate::reactive::memo;
use crate::ui::{Button, ButtonKind, SecretField};

/// Bytes of a generated secret.
const STRENGTH: usize = 32;

/// Keep, replace or clear; masked until revealed.
#[component]
pub(super) fn SignatureSecretSection(
    form: Form,
    /// What stands beneath, such as advice.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let stored = memo(move || {
        form.original().with(|original| match original.as_ref().map(|original| &original.config) {
            Some(Config::HttpPush(push)) => push.signature_secret.clone(),
            _ => String::new(),
        })
    });
    let change = form.http_push(|push| push.signature_secret.clone());
    let shown = Signal::derive(move || match change.get() {
        SecretChange::Keep => stored.get(),
        SecretChange::Replace(secret) => secret,
        SecretChange::Clear => String::new(),
    });
    let set = move |secret: String| {
        let change = match secret {
            secret if stored.with_untracked(|stored| *stored == secret) => SecretChange::Keep,
            secret if secret.is_empty() => SecretChange::Clear,
            secret => SecretChange::Replace(secret),
        };
        form.edit_http_push(|push| push.signature_secret = change);
    };
    let consequence = Signal::derive(move || {
        let had_one = stored.with(|stored| !stored.is_empty());
        let text = match change.get() {
            SecretChange::Keep if had_one => "Signs each event. Receivers verify X-Dt-Signature with it.",
            SecretChange::Keep => {
                "Not set: events carry no X-Dt-Signature. A secret lets receivers verify where they come from."
            }
            SecretChange::Replace(_) if had_one => {
                "Replaced on update. Receivers that check the signature fail until they have the new secret."
            }
            SecretChange::Replace(_) => {
                "Set on update. Give it to your receivers: it verifies X-Dt-Signature."
            }
            SecretChange::Clear => {
                "Removed on update. Receivers that check the signature will reject every event."
            }
        };
        Some(text.to_owned())
    });
    view! {
        <section class="form-section" aria-labelledby="section-secret">
            <h2 id="section-secret">"Signature"</h2>
            <SecretField
                label="Signature secret"
                value=shown
                on_input=set
                on_blur=move |()| form.visit(Field::Secret)
                error=form.error(Field::Secret)
                hint=consequence
                changed=form.changed(Change::SignatureSecret)
                copyable=true
            >
                <Button
                    kind=ButtonKind::Quiet
                    on_click=move |()| {
                        if let Some(secret) = generate_secret() {
                            set(secret);
                        }
                    }
                >
                    "Generate"
                </Button>
                <Button kind=ButtonKind::Quiet on_click=move |()| set(String::new())>"Clear"</Button>
            </SecretField>
            {children.map(|children| children())}
        </section>
    }
}

/// A strong secret from the browser's own randomness.
pub(in crate::pages::connectors) fn generate_secret() -> Option<String> {
    let mut random = [0; STRENGTH];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut random).ok()?;
    Some(connector::secret::generate(&random))
}
