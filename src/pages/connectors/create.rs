//! Add Data Connector.

use connector::undo::{Deed, is_made_from};
use dt_api::{ConnectorKind, Permissions};
use leptos::html;
use leptos::prelude::*;

use super::begun::{Begun, use_begun};
use super::code::CodePane;
use super::edit::tell;
use super::form::{ConnectorFields, Form, SaveBar};
use super::status::kind_word;
use crate::data::{Added, Addition, Cloud, Journal, Problem, Write, use_cloud, use_journal};
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
    let addition = Addition::default();
    let pending = creation.pending();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if pending.get_untracked() || locked.with_untracked(Option::is_some) {
            return;
        }
        if form.try_to_save() {
            creation.start(create(cloud, addition.clone(), form, project, element, router, journal));
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

/// Adds the new connector, and goes on to it. A failure holds no problem when that stands at a field.
async fn create(
    cloud: Cloud,
    addition: Addition,
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
    match addition.add(&cloud.client(), &id, &body).await {
        Ok(Added { connector, earlier }) => {
            journal.record(Deed::Added(connector.clone()), "Data Connector added.");
            // The person may have gone elsewhere while it was being made.
            if router.route_now() == Route::NewConnector(id) {
                let typed = form.with_untracked(Clone::clone);
                // What an earlier attempt has added may lack what was typed since.
                if typed != sent || earlier && !is_made_from(&connector, &body) {
                    project.carry_over(connector.name.clone(), typed);
                }
                router.replace(&Route::Connector(connector.name));
            }
            Ok(())
        }
        Err(error) if error.may_be_done() => Err(Some(addition.problem(error))),
        Err(error) => Err(tell(form, error, element)),
    }
}
