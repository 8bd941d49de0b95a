//! The form of an existing connector, and what a save does.

use dt_api::{Connector, ConnectorName, Error, Permissions, Status};
use leptos::html;
use leptos::prelude::*;

use super::delete::DeleteSection;
use super::synchronize::SynchronizeSection;
use super::title::Title;
use crate::data::{Cloud, Problem, Write, use_cloud};
use crate::pages::connectors::form::{ConnectorFields, Form, SaveBar, refused_field};
use crate::pages::project_scope::use_project;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::shell::Failure;
use crate::ui::{Button, Notice, Toasts, Tone, focus_invalid};

/// The page of a connector that has been read.
#[component]
pub fn Editor(connector: Connector) -> impl IntoView {
    let cloud = use_cloud();
    let project = use_project();
    let name = connector.name.clone();
    let form = Form::edit_connector(connector, cloud.rules());
    if let Some(draft) = project.carried_over(&name) {
        form.carry_on(draft);
    }
    let locked = project.access.refusal(Permissions::may_update_connectors);
    use_router().guard(form.unsaved());

    let element = NodeRef::<html::Form>::new();
    let toasts = Toasts::expect();
    let save = Write::new();
    let pending = save.pending();
    let own_name = name.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if pending.get_untracked() || locked.with_untracked(Option::is_some) {
            return;
        }
        if form.try_to_save() {
            save.start(update(cloud, form, own_name.clone(), element, toasts));
        } else {
            focus_invalid(element);
        }
    };
    view! {
        <Title form name=name.clone() />
        {dynamic(move || locked.get().map(|reason| view! {
            <Notice tone=Tone::Info title=reason><p>"You can look at this Data Connector, but not change it."</p></Notice>
        }))}
        <DisabledByCloud form locked />
        <form class="connector-form" novalidate node_ref=element on:submit=submit aria-label="Data Connector">
            <ConnectorFields form project=project.id() locked />
            {dynamic(move || save.problem().get().map(|problem| view! { <Failure problem /> }))}
            <SaveBar
                save="Update Data Connector"
                saving="Updating…"
                summary=move || summary(form)
                unsaved=form.unsaved()
                pending
                locked
                on_discard=move |()| {
                    save.clear();
                    form.discard();
                }
            />
        </form>
        <SynchronizeSection form name=name.clone() />
        <DeleteSection form name />
    }
}

/// Sends what has changed, and shows what DT Cloud keeps. A failure holds no problem when that stands at a field.
async fn update(
    cloud: Cloud,
    form: Form,
    name: ConnectorName,
    element: NodeRef<html::Form>,
    toasts: Toasts,
) -> Result<(), Option<Problem>> {
    let draft = form.with_untracked(Clone::clone);
    let patch = form
        .original()
        .with_untracked(|original| original.as_ref().and_then(|original| draft.patch(original)));
    // Nothing has changed, so there is nothing to send.
    let Some(patch) = patch else { return Ok(()) };
    match cloud.client().update_connector(&name, &patch).await {
        Ok(connector) => {
            toasts.success(if form.saved(&draft, connector) {
                "Data Connector updated. The form shows what DT Cloud keeps."
            } else {
                "Data Connector updated. What you entered meanwhile is not saved yet."
            });
            Ok(())
        }
        Err(error) => Err(tell(form, error, element)),
    }
}

/// Puts a refusal on the field it is about, or gives back the problem to be shown above the buttons.
pub(in crate::pages::connectors) fn tell(
    form: Form,
    error: Error,
    element: NodeRef<html::Form>,
) -> Option<Problem> {
    match refused_field(&error).filter(|(field, _)| form.has_place_for(*field)) {
        Some((field, message)) => {
            form.refuse(field, message);
            focus_invalid(element);
            None
        }
        None => Some(error.into()),
    }
}

fn summary(form: Form) -> String {
    let changes = form.changes();
    changes.with(|changes| match changes.as_slice() {
        [] => "No changes".to_owned(),
        [change] => format!("1 change: {}", change.label()),
        changes => {
            let labels: Vec<_> = changes.iter().map(|change| change.label()).collect();
            format!("{} changes: {}", changes.len(), labels.join(", "))
        }
    })
}

/// Why DT Cloud disabled the connector, and the way back (`dt-api.md` §4).
#[component]
fn DisabledByCloud(form: Form, locked: Signal<Option<String>>) -> impl IntoView {
    let disabled = memo(move || {
        form.original().with(|original| {
            original.as_ref().is_some_and(|original| original.status == Status::SystemDisabled)
        })
    });
    let enable = move |()| form.edit(|draft| draft.enabled = true);
    move || {
        disabled.get().then(|| {
            view! {
                <Notice
                    tone=Tone::Danger
                    title="Disabled by DT Cloud".to_owned()
                    actions=move || view! { <Button disabled_reason=locked on_click=enable>"Enable again"</Button> }
                >
                    <p>
                        "Every delivery failed for 5 days without a single success, so DT Cloud disabled this Data \
                         Connector. Events since then are not forwarded later. Fix the endpoint first, then enable it \
                         and update."
                    </p>
                </Notice>
            }
        })
    }
}
