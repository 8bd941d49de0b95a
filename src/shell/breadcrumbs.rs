//! Where this page is.

use leptos::prelude::*;

use super::heading::PageName;
use crate::data::use_project_names;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::ui::Outside;

/// The way from the projects to this page.
#[component]
pub(super) fn Breadcrumbs(page: PageName) -> impl IntoView {
    let route = use_router().route();
    let names = use_project_names();
    let project = memo(move || route.with(|route| route.project().cloned()));
    let last = move || {
        route.with(|route| match route {
            Route::NewConnector(_) => Some("Add".to_owned()),
            Route::Connector(_) => Some(page.get()).filter(|name| !name.is_empty()),
            Route::Session => Some("Session".to_owned()),
            _ => None,
        })
    };
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol>
                <li><a href=Route::Projects.path()>"Projects"</a></li>
                {dynamic(move || project.get().map(|project| {
                    let connectors = Route::Connectors(project.clone()).path();
                    let name = names.of(project);
                    view! { <li><a href=connectors><Outside text=name /></a></li> }
                }))}
                {dynamic(move || last().map(|last| view! { <li aria-current="page"><Outside text=last /></li> }))}
            </ol>
        </nav>
    }
}
