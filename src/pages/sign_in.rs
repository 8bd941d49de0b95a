//! The way in.

mod access_token;
mod attempt;
mod credentials_file;
mod goodbye;
mod secret_input;
mod service_account;

use leptos::prelude::*;

use crate::data::use_cloud;
use crate::session::Farewell;
use crate::shell::Heading;
use access_token::AccessTokenForm;
use goodbye::Goodbye;
use service_account::ServiceAccountForm;

/// The sign-in page. It stands in the place of whatever was asked for, which appears once somebody is signed in.
#[component]
pub fn SignIn(
    /// Why nobody is signed in.
    farewell: Farewell,
    /// Tries once more with the key that this browser keeps.
    #[prop(into)]
    on_return: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="sign-in">
            <p class="product"><span aria-hidden="true">"▣"</span> "Data Connector Console"</p>
            <Heading text="Sign in" />
            <p class="lead">
                {if use_cloud().is_forwarded() {
                    "The host of this console passes requests on to DT Cloud. A secret stays in this browser tab, but \
                     access tokens and all that you see and change go through that host."
                } else {
                    "The console talks to DT Cloud straight from this browser tab. It has no server of its own, so what you \
                     enter here goes to DT Cloud and to nobody else."
                }}
            </p>
            <Goodbye farewell on_return />
            <SignInForms />
        </div>
    }
}

/// Both ways to sign in, for the page and for the dialog that asks to sign in again.
#[component]
pub fn SignInForms() -> impl IntoView {
    view! {
        <ServiceAccountForm />
        <details class="sign-in-token">
            <summary>"Use an access token instead"</summary>
            <AccessTokenForm />
        </details>
    }
}
