//! A project's Data Connectors.

mod row;
mod table;
mod toolbar;

use connector::ListQuery;
use dt_api::{Connector, Permissions};
use leptos::prelude::*;

use crate::data::use_cloud;
use crate::pages::project_scope::use_project;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::shell::{Failure, Heading};
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Skeleton};
use table::ConnectorTable;
use toolbar::Toolbar;

/// The list, with search, filters and sort in the address bar.
#[component]
pub fn ConnectorList() -> impl IntoView {
    let router = use_router();
    let connectors = use_cloud().connectors(use_project().id());
    let address_query = router.query();
    let query = memo(move || address_query.with(|query| ListQuery::from_query(query)));
    let change_query = Callback::new(move |query: ListQuery| router.replace_query(query.to_query()));
    let shown = memo(move || {
        connectors.with(|all| {
            all.map(|all| query.with(|query| query.apply(all).into_iter().cloned().collect::<Vec<_>>()))
        })
    });
    let total = memo(move || connectors.with(|all| all.map_or(0, Vec::len)));
    let body = move || {
        let shown: Vec<Connector> = shown.get()?;
        let view = match (total.get(), shown.is_empty()) {
            (0, _) => view! { <NoConnectors /> }.into_any(),
            (_, true) => {
                view! { <NothingMatches on_clear=move |()| change_query.run(ListQuery::default()) /> }
                    .into_any()
            }
            (_, false) => view! { <ConnectorTable connectors=shown query change_query /> }.into_any(),
        };
        Some(view)
    };
    let has_data = connectors.has_data();
    let problem = connectors.problem();
    view! {
        <div class="page-head">
            <Heading text="Data Connectors" />
            <AddButton />
        </div>
        <Toolbar
            query
            change_query
            shown=Signal::derive(move || shown.with(|shown| shown.as_ref().map_or(0, Vec::len)))
            total
            at=connectors.loaded_at()
            loading=connectors.loading()
            on_refresh=move |()| connectors.refresh()
        />
        {dynamic(move || problem.get().map(|problem| {
            let keeps_data = has_data.get_untracked();
            view! { <Failure problem keeps_data on_retry=move |()| connectors.refresh() /> }
        }))}
        {dynamic(move || (!has_data.get() && problem.with(Option::is_none))
            .then(|| view! { <Skeleton label="Loading Data Connectors" /> }))}
        {body}
    }
}

/// Leads to the form; for a role that may not add, says so.
#[component]
fn AddButton() -> impl IntoView {
    let router = use_router();
    let project = use_project();
    let refusal = project.access.refusal(Permissions::may_create_connectors);
    view! {
        <Button
            kind=ButtonKind::Primary
            icon=IconName::Plus
            disabled_reason=refusal
            on_click=move |()| router.go(&Route::NewConnector(project.id()))
        >
            "Add Data Connector"
        </Button>
    }
}

#[component]
fn NoConnectors() -> impl IntoView {
    view! {
        <EmptyState title="No Data Connector yet" actions=|| view! { <AddButton /> }>
            "A Data Connector forwards the events of every device in this project to your own system. Add one to begin."
        </EmptyState>
    }
}

#[component]
fn NothingMatches(#[prop(into)] on_clear: Callback<()>) -> impl IntoView {
    view! {
        <EmptyState
            title="No Data Connector matches"
            actions=move || view! { <Button on_click=on_clear>"Clear search and filters"</Button> }
        >
            "Nothing here has this text, status and type."
        </EmptyState>
    }
}
