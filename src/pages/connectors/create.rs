//! Add Data Connector.

use connector::undo::Deed;
use dt_api::{ConnectorKind, Error, Permissions};
use leptos::html;
use leptos::prelude::*;

use super::begun::{Begun, use_begun};
use super::code::CodePane;
use super::edit::tell;
use super::form::{ConnectorFields, Form, SaveBar};
use super::status::kind_word;
use crate::data::{Cloud, Journal, Problem, Write, use_cloud, use_journal};
use crate::pages::project_scope::{ProjectScope, use_project};
use crate::paths::Route;
use crate::reactive::dynamic;
use crate::router::{Router, use_router};
use crate::shell::{Failure, Heading};
use crate::ui::{Choice, Notice, ReadOnly, Select, Tone, focus_invalid};

/// The form that adds a connector to a project.
#[component]
pub fn NewConnector() -> impl IntoView {
    let cloud = use_cloud();
    let router = use_router();
    let project = use_project();
    let form = Form::create(&ConnectorKind::HttpPush, cloud.rules());
    if let Some(draft) = use_begun().and_then(Begun::take) {
        form.begin_with(draft);
    }
    router.guard(form.unsaved());
    let locked = project.access.refusal(Permissions::may_create_connectors);
    let element = NodeRef::<html::Form>::new();
    let journal = use_journal();
    let creation = Write::new();
    let pending = creation.pending();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if pending.get_untracked() || locked.with_untracked(Option::is_some) {
            return;
        }
        if form.try_to_save() {
            creation.start(create(cloud, form, project, element, router, journal));
        } else {
            focus_invalid(element);
        }
    };
    let kind = form.kind();
    let list = Route::Connectors(project.id());
    view! {
        <div class="page-head">
            <Heading text="Add Data Connector" />
        </div>
        {dynamic(move || locked.get().map(|reason| view! {
            <Notice tone=Tone::Info title=reason><p>"Your role cannot add Data Connectors in this project."</p></Notice>
        }))}
        <div class="connector-body">
        <form class="connector-form" novalidate node_ref=element on:submit=submit aria-label="Add Data Connector">
            <ReadOnly reason=locked>
                <div class="connector-kind">
                    <Select
                        label="Type"
                        choices=kinds()
                        value=Signal::derive(move || kind.with(|kind| kind.as_str().to_owned()))
                        on_change=move |kind: String| form.set_kind(&ConnectorKind::from(kind.as_str()))
                        hint="Cannot be changed later."
                    />
                </div>
            </ReadOnly>
            <ConnectorFields form project=project.id() locked />
            {dynamic(move || creation.problem().get().map(|problem| view! { <Failure problem /> }))}
            <SaveBar
                save="Add Data Connector"
                saving="Adding…"
                summary="Nothing is saved yet"
                unsaved=true
                pending
                locked
                on_discard=move |()| router.go(&list)
            />
        </form>
        <CodePane form project=project.id() locked />
        </div>
    }
}

fn kinds() -> Vec<Choice> {
    ConnectorKind::KNOWN.iter().map(|kind| Choice::new(kind.as_str(), kind_word(kind))).collect()
}

/// Sends the new connector once, and goes on to it. A failure holds no problem when that stands at a field.
async fn create(
    cloud: Cloud,
    form: Form,
    project: ProjectScope,
    element: NodeRef<html::Form>,
    router: Router,
    journal: Journal,
) -> Result<(), Option<Problem>> {
    // A draft with problems has no body, and is not submitted.
    let sent = form.with_untracked(Clone::clone);
    let Some(body) = sent.create_body() else { return Ok(()) };
    let id = project.id();
    match cloud.client().create_connector(&id, &body).await {
        Ok(connector) => {
            journal.record(Deed::Added(connector.clone()), "Data Connector added.");
            // The person may have gone elsewhere while it was being made.
            if router.route().get_untracked() == Route::NewConnector(id) {
                let typed = form.with_untracked(Clone::clone);
                if typed != sent {
                    project.carry_over(connector.name.clone(), typed);
                }
                router.replace(&Route::Connector(connector.name));
            }
            Ok(())
        }
        Err(error) if may_be_done(&error) => Err(Some(unknown_outcome(error))),
        Err(error) => Err(tell(form, error, element)),
    }
}

/// Whether DT Cloud may have added the connector although its answer does not say so.
fn may_be_done(error: &Error) -> bool {
    match error {
        Error::Transport(_) | Error::Malformed(_) => true,
        Error::Refused(refusal) => refusal.status >= 500,
    }
}

/// Adding it again could make two.
fn unknown_outcome(error: Error) -> Problem {
    let Problem { title, detail, next } = Problem::from(error);
    let advice =
        "The Data Connector may have been added all the same: look at the list before you add it again.";
    Problem::new(&title, format!("{detail} {advice}"), next)
}
