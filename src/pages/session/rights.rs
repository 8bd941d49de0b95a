//! What the session may do in each project.

use leptos::prelude::*;

use super::power::{Role, excess, in_words};
use crate::data::{ProjectRights, use_cloud};
use crate::reactive::{dynamic, memo};
use crate::shell::{Failure, Refresh};
use crate::ui::{Notice, Skeleton, Tone};

/// A table of the projects, and a word about too much power.
#[component]
pub(super) fn Rights() -> impl IntoView {
    let rights = use_cloud().rights();
    let found = memo(move || rights.with(|rights| excess(&roles(rights.map_or(&[], Vec::as_slice)))));
    let is_empty = move || rights.with(|rights| rights.is_some_and(Vec::is_empty));
    view! {
        <section class="form-section" aria-labelledby="rights">
            <h2 id="rights">"What this session may do"</h2>
            {dynamic(move || found.get().into_iter().map(|excess| view! {
                <Notice tone=Tone::Warning title=excess.title><p>{excess.detail}</p></Notice>
            }).collect_view())}
            <Refresh at=rights.loaded_at() loading=rights.loading() on_refresh=move |()| rights.refresh()>
                {dynamic(move || format!("{} projects", rights.with(|rights| rights.map_or(0, Vec::len))))}
            </Refresh>
            {dynamic(move || rights.problem().get().map(|problem| {
                let keeps_data = rights.has_data().get_untracked();
                view! { <Failure problem keeps_data on_retry=move |()| rights.refresh() /> }
            }))}
            {dynamic(move || (!rights.has_data().get() && rights.loading().get())
                .then(|| view! { <Skeleton label="Loading what this session may do" /> }))}
            {dynamic(move || is_empty().then(|| view! { <p>"It sees no project."</p> }))}
            {dynamic(move || (rights.has_data().get() && !is_empty()).then(|| view! {
                <table class="list">
                    <caption class="visually-hidden">"What this session may do in each project"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Project"</th>
                            <th scope="col">"Data Connectors"</th>
                            <th scope="col">"As much as"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {dynamic(move || rights.with(|rights| {
                            rights.into_iter().flatten().map(row).collect_view()
                        }))}
                    </tbody>
                </table>
            }))}
        </section>
    }
}

fn roles(rights: &[ProjectRights]) -> Vec<Role> {
    rights.iter().filter_map(|rights| rights.permissions.as_ref().ok()).map(Role::of).collect()
}

fn row(rights: &ProjectRights) -> impl IntoView + use<> {
    let ProjectRights { project, permissions } = rights;
    let name =
        if project.display_name.is_empty() { project.id.to_string() } else { project.display_name.clone() };
    let (words, role) = match permissions {
        Ok(permissions) => (in_words(permissions), Role::of(permissions).to_string()),
        Err(problem) => (format!("Not known: {}", problem.title), String::new()),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label="Data Connectors">{words}</td>
            <td data-label="As much as">{role}</td>
        </tr>
    }
}
