//! Where an HTTP push goes.

use connector::{Change, Field};
use leptos::prelude::*;

use super::Form;
use crate::ui::{CopyButton, TextField};

/// The endpoint.
#[component]
pub(super) fn HttpPushFields(form: Form) -> impl IntoView {
    let url = form.http_push(|push| push.url.clone());
    view! {
        <TextField
            label="Endpoint URL"
            value=url
            on_input=move |url| form.edit_http_push(|push| push.url = url)
            on_blur=move |()| form.visit(Field::Url)
            error=form.error(Field::Url)
            changed=form.changed(Change::Url)
            hint="An HTTPS address that answers each POST with a 2xx status within 10 seconds."
            placeholder="https://"
            inputmode="url"
            required=true
            code=true
        >
            <CopyButton text=url label="Copy endpoint URL" />
        </TextField>
    }
}
