//! Who is signed in, where each credential is, what it may do and until when, and whether this page is what it should be.

mod credentials;
mod destination;
mod idle_setting;
mod policy;
mod power;
mod rights;
mod self_check;

use leptos::prelude::*;

use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::session::use_session;
use crate::shell::Heading;
use crate::ui::Button;
use credentials::Credentials;
use idle_setting::IdleSetting;
use rights::Rights;
use self_check::SelfCheck;

/// The session page.
#[component]
pub fn SessionPage() -> impl IntoView {
    let session = use_session();
    let router = use_router();
    let sign_out = Callback::new(move |()| session.sign_out());
    let state = session.state();
    let identity = memo(move || state.with(|state| state.identity().cloned()));
    view! {
        <div class="page-head">
            <Heading text="Session" />
            <Button on_click=move |()| router.after_leaving(sign_out)>"Sign out"</Button>
        </div>
        {dynamic(move || identity.get().map(|identity| view! { <Credentials identity /> }))}
        <Rights />
        <IdleSetting />
        <SelfCheck />
    }
}
