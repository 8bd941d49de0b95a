//! Duplicate: a new connector like this one, in this project or another.

use connector::{Draft, Secrets, holds_secrets};
use dt_api::{Connector, ConnectorKind, Permissions, ProjectId};
use leptos::prelude::*;

use crate::data::use_cloud;
use crate::pages::connectors::begun::use_begun;
use crate::pages::connectors::form::{Form, generate_secret};
use crate::pages::connectors::status::kind_word;
use crate::pages::project_scope::use_project;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::ui::{Button, ButtonKind, Choice, Dialog, RadioGroup, Select};

/// The button, and the dialog that asks where to and what becomes of secrets.
#[component]
pub(super) fn DuplicateSection(form: Form) -> impl IntoView {
    let refusal = use_project().access.refusal(Permissions::may_create_connectors);
    let open = RwSignal::new(false);
    view! {
        <section class="form-section" aria-labelledby="section-duplicate">
            <h2 id="section-duplicate">"Duplicate"</h2>
            <p class="lead">
                "Begins a new Data Connector with these settings, in this project or another, also as one of another type. \
                 Nothing is added before you have looked at it."
            </p>
            <Button disabled_reason=refusal on_click=move |()| open.set(true)>"Duplicate…"</Button>
            <Dialog open title="Duplicate" on_close=move |()| open.set(false) actions=|| ()>
                {move || form.original().get_untracked().map(|original| view! {
                    <Choices original on_leave=move |()| open.set(false) />
                })}
            </Dialog>
        </section>
    }
}

#[component]
fn Choices(original: Connector, #[prop(into)] on_leave: Callback<()>) -> impl IntoView {
    let (router, begun) = (use_router(), use_begun());
    let own_kind = original.config.kind();
    let asks_about_secrets = holds_secrets(&original);
    let project = RwSignal::new(original.name.project.to_string());
    let kind = RwSignal::new(own_kind.as_str().to_owned());
    let secrets = RwSignal::new(None::<&'static str>);
    let stays_http = memo(move || kind.with(|kind| kind == ConnectorKind::HttpPush.as_str()));
    let undecided = memo(move || {
        let is_open = asks_about_secrets && stays_http.get() && secrets.get().is_none();
        is_open.then(|| "Choose what becomes of the secrets first".to_owned())
    });
    let original = StoredValue::new(original);
    let proceed = move |()| {
        let Some(id) = ProjectId::parse(&project.get_untracked()) else { return };
        let secrets = match secrets.get_untracked() {
            Some("copy") => Secrets::Copied,
            Some("new") => generate_secret().map_or(Secrets::None, Secrets::New),
            _ if asks_about_secrets => Secrets::None,
            _ => Secrets::Copied,
        };
        let kind = ConnectorKind::from(kind.get_untracked().as_str());
        if let Some(begun) = begun {
            begun.begin(original.with_value(|original| Draft::duplicate(original, &kind, secrets)));
        }
        on_leave.run(());
        router.go(&Route::NewConnector(id));
    };
    view! {
        <ProjectChoice project />
        <Select
            label="Type"
            choices=kinds(&own_kind)
            value=kind
            on_change=move |chosen| kind.set(chosen)
            hint="Another type keeps the name, the events and the labels."
        />
        {dynamic(move || (asks_about_secrets && stays_http.get()).then(|| view! {
            <RadioGroup
                label="Signature secret and headers that look like credentials"
                choices=vec![
                    ("copy", "Copy them".to_owned()),
                    ("new", "Generate a new secret, and leave those headers to be entered".to_owned()),
                    ("none", "No secret, and leave those headers to be entered".to_owned()),
                ]
                on_change=move |choice| secrets.set(Some(choice))
            />
        }))}
        <div class="dialog-actions">
            <Button on_click=on_leave>"Cancel"</Button>
            <Button kind=ButtonKind::Primary disabled_reason=undecided on_click=proceed>"Continue"</Button>
        </div>
    }
}

/// The projects, once they are read; until then the one it is in.
#[component]
fn ProjectChoice(project: RwSignal<String>) -> impl IntoView {
    let projects = use_cloud().projects();
    let choices = Signal::derive(move || {
        projects.with(|projects| match projects {
            Some(projects) => {
                let choices =
                    projects.iter().map(|project| Choice::new(project.id.to_string(), name(project)));
                choices.collect::<Vec<_>>()
            }
            None => vec![Choice::new(project.get(), "This project")],
        })
    });
    let problem = projects.problem();
    let hint = Signal::derive(move || {
        problem.get().map(|problem| format!("The other projects could not be read: {}.", problem.title))
    });
    view! { <Select label="Project" choices value=project on_change=move |chosen| project.set(chosen) hint /> }
}

fn name(project: &dt_api::Project) -> String {
    if project.display_name.is_empty() { project.id.to_string() } else { project.display_name.clone() }
}

/// Every type that can be made; a type that this console does not know cannot.
fn kinds(own: &ConnectorKind) -> Vec<Choice> {
    let known = ConnectorKind::KNOWN.iter();
    let mut choices: Vec<Choice> = known.map(|kind| Choice::new(kind.as_str(), kind_word(kind))).collect();
    choices.sort_by_key(|choice| choice.value != own.as_str());
    choices
}
