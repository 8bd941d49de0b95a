//! Delete Data Connector.

use connector::undo::Deed;
use dt_api::{ConnectorName, Permissions};
use leptos::prelude::*;
use visible_text::{is_plain, visible};

use crate::data::{Problem, Write, use_cloud, use_journal};
use crate::pages::connectors::form::Form;
use crate::pages::project_scope::use_project;
use crate::paths::Route;
use crate::reactive::memo;
use crate::router::use_router;
use crate::ui::{Button, ButtonKind, Confirm};

/// Characters of the longest name that somebody is asked to type.
const LONGEST_TYPED: usize = 80;

/// Asks for the name, deletes, and goes back to the list.
#[component]
pub(super) fn DeleteSection(form: Form, name: ConnectorName) -> impl IntoView {
    let cloud = use_cloud();
    let router = use_router();
    let journal = use_journal();
    let refusal = use_project().access.refusal(Permissions::may_delete_connectors);
    let open = RwSignal::new(false);
    let id = name.connector.to_string();
    let called = {
        let id = id.clone();
        memo(move || {
            form.original().with(|original| match original {
                Some(original) if !original.display_name.trim().is_empty() => original.display_name.clone(),
                _ => id.clone(),
            })
        })
    };
    // What the person types to confirm: the name, or the ID where the name cannot be typed.
    let to_type =
        memo(move || called.with(|name| if can_be_typed(name) { name.clone() } else { id.clone() }));
    let deletion = Write::new();
    // Whether an attempt may have deleted it although its answer did not say so.
    let may_be_done = StoredValue::new(false);
    let delete = move |()| {
        let (client, name) = (cloud.client(), name.clone());
        deletion.start(async move {
            match client.delete_connector(&name).await {
                Err(error) if !(error.is_refused_with(404) && may_be_done.try_get_value() == Some(true)) => {
                    may_be_done.try_update_value(|known| *known |= error.may_be_done());
                    return Err(Problem::from(error));
                }
                _ => {}
            }
            let said = format!("{} deleted.", visible(&called.try_get_untracked().unwrap_or_default()));
            if let Some(deleted) = form.original().try_get_untracked().flatten() {
                journal.record(Deed::Deleted(deleted), said);
            }
            if router.route_now() == Route::Connector(name.clone()) {
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
                type_to_confirm=Signal::derive(move || Some(to_type.get()))
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

/// Whether a person can read all of a name and type it.
fn can_be_typed(name: &str) -> bool {
    is_plain(name.trim()) && name.chars().count() <= LONGEST_TYPED
}
