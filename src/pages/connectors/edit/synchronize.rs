//! Synchronize Data Connector.

use dt_api::{ConnectorName, Permissions, Status};
use leptos::prelude::*;

use crate::data::{Problem, Write, use_cloud};
use crate::pages::connectors::form::Form;
use crate::pages::project_scope::use_project;
use crate::reactive::{dynamic, memo};
use crate::shell::Failure;
use crate::ui::{Button, Notice, Tone};

/// Asks DT Cloud to push the newest events once more, and says what came of it.
#[component]
pub(super) fn SynchronizeSection(form: Form, name: ConnectorName) -> impl IntoView {
    let cloud = use_cloud();
    let access = use_project().access;
    let not_permitted = access.refusal(Permissions::may_synchronize_connectors);
    let is_active = memo(move || {
        form.original()
            .with(|original| original.as_ref().is_some_and(|original| original.status == Status::Active))
    });
    let refusal = Signal::derive(move || {
        let disabled = || (!is_active.get()).then(|| "Enable the Data Connector first".to_owned());
        let unsaved = || form.unsaved().get().then(|| "Update the Data Connector first".to_owned());
        not_permitted.get().or_else(disabled).or_else(unsaved)
    });
    let synchronization = Write::new();
    let synchronize = move |()| {
        let (client, name) = (cloud.client(), name.clone());
        synchronization
            .start(async move { client.synchronize_connector(&name).await.map_err(Problem::from) });
    };
    view! {
        <section class="form-section" aria-labelledby="section-synchronize">
            <h2 id="section-synchronize">"Synchronize"</h2>
            <p class="lead">
                "Publishes the most recent event of each event type of each device once more: an up-to-date snapshot \
                 for a new endpoint."
            </p>
            <Button
                pending=synchronization.pending()
                disabled_reason=refusal
                on_click=synchronize
            >
                {dynamic(move || if synchronization.pending().get() { "Synchronizing…" } else { "Synchronize Data Connector" })}
            </Button>
            {dynamic(move || synchronization.is_done().then(|| view! {
                <Notice tone=Tone::Success title="Synchronization requested".to_owned()>
                    <p>
                        "DT Cloud publishes the most recent event of each event type of each device in the project to \
                         this Data Connector."
                    </p>
                </Notice>
            }))}
            {dynamic(move || synchronization.problem().get().map(|problem| view! { <Failure problem /> }))}
        </section>
    }
}
