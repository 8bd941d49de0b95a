//! Delete Data Connector.

use connector::undo::Deed;
use dt_api::{ConnectorName, Permissions};
use leptos::prelude::*;

use crate::data::{Problem, Write, use_cloud, use_journal};
use crate::pages::connectors::form::Form;
use crate::pages::project_scope::use_project;
use crate::paths::Route;
use crate::reactive::memo;
use crate::router::use_router;
use crate::ui::{Button, ButtonKind, Confirm};

/// Asks for the name, deletes, and goes back to the list.
#[component]
pub(super) fn DeleteSection(form: Form, name: ConnectorName) -> impl IntoView {
    let cloud = use_cloud();
    let router = use_router();
    let journal = use_journal();
    let refusal = use_project().access.refusal(Permissions::may_delete_connectors);
    let open = RwSignal::new(false);
    let id = name.connector.to_string();
    // What the person types to confirm: the name, or the ID of a connector without one.
    let called = memo(move || {
        form.original().with(|original| match original {
            Some(original) if !original.display_name.trim().is_empty() => original.display_name.clone(),
            _ => id.clone(),
        })
    });
    let deletion = Write::new();
    let delete = move |()| {
        let (client, name) = (cloud.client(), name.clone());
        deletion.start(async move {
            client.delete_connector(&name).await.map_err(Problem::from)?;
            let said = format!("{} deleted.", called.try_get_untracked().unwrap_or_default());
            if let Some(deleted) = form.original().try_get_untracked().flatten() {
                journal.record(Deed::Deleted(deleted), said);
            }
            if router.route().get_untracked() == Route::Connector(name.clone()) {
                router.replace(&Route::Connectors(name.project));
            }
            Ok::<(), Problem>(())
        });
    };
    let error = Signal::derive(move || {
        deletion.problem().get().map(|problem| format!("{}. {}", problem.title, problem.detail))
    });
    view! {
        <section class="form-section danger-zone" aria-labelledby="section-delete">
            <h2 id="section-delete">"Delete"</h2>
            <p class="lead">"Stops forwarding for good. To stop for a while, disable it instead."</p>
            <Button
                kind=ButtonKind::Danger
                disabled_reason=refusal
                on_click=move |()| {
                    deletion.clear();
                    open.set(true);
                }
            >
                "Delete Data Connector"
            </Button>
            <Confirm
                open
                title=Signal::derive(move || format!("Delete {}?", called.get()))
                confirm="Delete Data Connector"
                danger=true
                type_to_confirm=Signal::derive(move || Some(called.get()))
                pending=deletion.pending()
                error
                on_cancel=move |()| open.set(false)
                on_confirm=delete
            >
                <p>
                    "Its configuration is lost, with its headers and its signature secret, and so are events that are \
                     not delivered yet. Its endpoint receives nothing more."
                </p>
            </Confirm>
        </section>
    }
}
