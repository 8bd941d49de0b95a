//! Every project the account can see, with its Data Connectors counted by status.

mod connector_counts;
mod row;

use dt_api::Project;
use leptos::prelude::*;

use crate::data::{Problem, use_cloud};
use crate::reactive::{dynamic, memo};
use crate::shell::{Failure, Heading, Refresh};
use crate::ui::{Button, EmptyState, SearchBox, Skeleton};
use row::ProjectRow;

/// The first page after signing in.
#[component]
pub fn Projects() -> impl IntoView {
    let projects = use_cloud().projects();
    let search = RwSignal::new(String::new());
    let shown = memo(move || {
        let wanted = search.with(|search| search.trim().to_lowercase());
        projects.with(|projects| projects.map(|projects| matching(projects, &wanted)))
    });
    let total = move || projects.with(|projects| projects.map_or(0, Vec::len));
    let body = move || {
        shown.get().map(|shown| match (shown.is_empty(), total()) {
            (_, 0) => view! { <NoProjects /> }.into_any(),
            (true, _) => view! { <NothingMatches on_clear=move |()| search.set(String::new()) /> }.into_any(),
            (false, _) => view! { <ProjectTable projects=shown /> }.into_any(),
        })
    };
    view! {
        <div class="page-head">
            <Heading text="Projects" />
        </div>
        <div class="toolbar">
            <SearchBox
                label="Search name, organization or ID"
                value=search
                on_input=move |text| search.set(text)
                slash=true
            />
            <Refresh at=projects.loaded_at() loading=projects.loading() on_refresh=move |()| projects.refresh()>
                {dynamic(move || format!("{} of {}", shown.with(|shown| shown.as_ref().map_or(0, Vec::len)), total()))}
            </Refresh>
        </div>
        {dynamic(move || projects.problem().get().map(|problem: Problem| {
            let keeps_data = projects.has_data().get_untracked();
            view! { <Failure problem keeps_data on_retry=move |()| projects.refresh() /> }
        }))}
        {dynamic(move || (!projects.has_data().get() && projects.loading().get())
            .then(|| view! { <Skeleton label="Loading projects" /> }))}
        {body}
    }
}

fn matching(projects: &[Project], wanted: &str) -> Vec<Project> {
    let matches = |project: &&Project| {
        wanted.is_empty()
            || project.display_name.to_lowercase().contains(wanted)
            || project.organization_display_name.to_lowercase().contains(wanted)
            || project.id.as_str().contains(wanted)
    };
    projects.iter().filter(matches).cloned().collect()
}

#[component]
fn ProjectTable(projects: Vec<Project>) -> impl IntoView {
    view! {
        <table class="list projects">
            <caption class="visually-hidden">"Projects and their Data Connectors by status"</caption>
            <thead>
                <tr>
                    <th scope="col">"Project"</th>
                    <th scope="col">"Organization"</th>
                    <th scope="col" class="numeric">"Sensors"</th>
                    <th scope="col" class="numeric">"Cloud Connectors"</th>
                    <th scope="col">"Data Connectors"</th>
                </tr>
            </thead>
            <tbody>
                {projects.into_iter().map(|project| view! { <ProjectRow project /> }).collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn NoProjects() -> impl IntoView {
    view! {
        <EmptyState title="This account sees no project">
            "A new service account has no access anywhere. In DT Studio, give it a role in the projects it should see: \
             Project Developer to edit Data Connectors, Project User to look at them."
        </EmptyState>
    }
}

#[component]
fn NothingMatches(#[prop(into)] on_clear: Callback<()>) -> impl IntoView {
    view! {
        <EmptyState
            title="No project matches"
            actions=move || view! { <Button on_click=on_clear>"Clear search"</Button> }
        >
            "No name, organization or ID contains this text."
        </EmptyState>
    }
}
