//! The head of a connector's page.

use dt_api::{ConnectorName, Status};
use leptos::prelude::*;

use crate::pages::connectors::form::Form;
use crate::pages::connectors::metrics::MetricsStrip;
use crate::pages::connectors::status::{StatusBadge, kind_word};
use crate::reactive::memo;
use crate::shell::Heading;
use crate::ui::{CopyButton, Outside};

/// Name, status and type as DT Cloud keeps them, and how deliveries went.
#[component]
pub(super) fn Title(form: Form, name: ConnectorName) -> impl IntoView {
    let id = name.connector.to_string();
    let original = form.original();
    let heading = {
        let id = id.clone();
        memo(move || {
            original.with(|original| match original {
                Some(original) if !original.display_name.is_empty() => original.display_name.clone(),
                _ => id.clone(),
            })
        })
    };
    let status = memo(move || {
        original.with(|original| {
            original.as_ref().map_or(Status::UserDisabled, |original| original.status.clone())
        })
    });
    let kind = form.with_untracked(|draft| kind_word(&draft.config.kind()));
    view! {
        <div class="page-head connector-head">
            <div class="connector-title">
                <Heading text=heading />
                <StatusBadge status />
                <span class="tag"><Outside text=kind /></span>
            </div>
            <p class="connector-id">
                <code><Outside text=id.clone() /></code>
                <CopyButton text=id label="Copy Data Connector ID" />
            </p>
            <MetricsStrip name />
        </div>
    }
}
