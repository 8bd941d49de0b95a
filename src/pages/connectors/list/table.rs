//! The list as a table.

use connector::{ListQuery, SortKey};
use dt_api::Connector;
use leptos::prelude::*;

use super::row::Row;
use crate::ui::{SortDirection, SortHeader};

/// One row a connector; at phone width each row reads as a card.
#[component]
pub(super) fn ConnectorTable(
    connectors: Vec<Connector>,
    query: Memo<ListQuery>,
    change_query: Callback<ListQuery>,
) -> impl IntoView {
    let sort_header = move |label: &'static str, key: SortKey| {
        let sort = Signal::derive(move || {
            query.with(|query| {
                let direction =
                    if query.descending { SortDirection::Descending } else { SortDirection::Ascending };
                (query.sort == key).then_some(direction)
            })
        });
        let on_sort = move |()| {
            let mut query = query.get_untracked();
            query.descending = query.sort == key && !query.descending;
            query.sort = key;
            change_query.run(query);
        };
        view! { <SortHeader label sort on_sort /> }
    };
    view! {
        <table class="list connectors">
            <caption class="visually-hidden">"Data Connectors"</caption>
            <thead>
                <tr>
                    {sort_header("Status", SortKey::Status)}
                    {sort_header("Name", SortKey::Name)}
                    {sort_header("Type", SortKey::Type)}
                    {sort_header("Endpoint", SortKey::Endpoint)}
                    <th scope="col">"Events"</th>
                    <th scope="col">"Labels"</th>
                </tr>
            </thead>
            <tbody>
                {connectors.into_iter().map(|connector| view! { <Row connector /> }).collect_view()}
            </tbody>
        </table>
    }
}
