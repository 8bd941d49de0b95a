//! The form of an existing connector, and what a save does.

use connector::Change;
use dt_api::{Connector, Error, Permissions, Status};
use leptos::html;
use leptos::prelude::*;

use super::delete::DeleteSection;
use super::duplicate::DuplicateSection;
use super::review_sheet::ReviewSheet;
use super::saving::Saving;
use super::synchronize::SynchronizeSection;
use super::title::Title;
use crate::data::{Problem, use_cloud, use_journal};
use crate::pages::connectors::code::CodePane;
use crate::pages::connectors::form::{ConnectorFields, Form, SaveBar, refused_field};
use crate::pages::project_scope::use_project;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::shell::Failure;
use crate::ui::{Button, Notice, Tone, focus_invalid};

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
    let saving = Saving::new(form, name.clone(), element);
    let (save, kept) = (saving.write, saving.kept_otherwise());
    let pending = save.pending();
    use_journal().listen(name.clone(), Callback::new(move |now| form.take_over(now)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if pending.get_untracked() || locked.with_untracked(Option::is_some) {
            return;
        }
        if form.try_to_save() {
            saving.begin();
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
        <div class="connector-body">
        <form class="connector-form" novalidate node_ref=element on:submit=submit aria-label="Data Connector">
            <ConnectorFields form project=project.id() locked />
            {dynamic(move || save.problem().get().map(|problem| view! { <Failure problem /> }))}
            {dynamic(move || kept_otherwise(&kept.get()))}
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
        <CodePane form project=project.id() locked />
        </div>
        <ReviewSheet saving />
        <SynchronizeSection form name=name.clone() />
        <DuplicateSection form />
        <DeleteSection form name />
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

/// What DT Cloud made something else of than it was asked for.
fn kept_otherwise(fields: &[Change]) -> Option<impl IntoView + use<>> {
    let labels: Vec<_> = fields.iter().map(|field| field.label()).collect();
    (!labels.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warning title="DT Cloud kept something else than it was asked to".to_owned()>
                <p>{format!("Look at these again, the form shows what it kept: {}.", labels.join(", "))}</p>
            </Notice>
        }
    })
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
