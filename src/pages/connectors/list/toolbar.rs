//! Search and filters above the list.

use connector::ListQuery;
use dt_api::{ConnectorKind, Status};
use leptos::prelude::*;

use crate::pages::connectors::status::{kind_word, status_word};
use crate::reactive::dynamic;
use crate::shell::Refresh;
use crate::ui::{Choice, SearchBox, Select};

/// Changes the list's query.
#[component]
pub(super) fn Toolbar(
    query: Memo<ListQuery>,
    change_query: Callback<ListQuery>,
    #[prop(into)] shown: Signal<usize>,
    #[prop(into)] total: Signal<usize>,
    #[prop(into)] at: Signal<Option<f64>>,
    #[prop(into)] loading: Signal<bool>,
    #[prop(into)] on_refresh: Callback<()>,
) -> impl IntoView {
    let change = move |change: &dyn Fn(&mut ListQuery)| {
        let mut query = query.get_untracked();
        change(&mut query);
        change_query.run(query);
    };
    let statuses = [Status::Active, Status::UserDisabled, Status::SystemDisabled];
    let statuses = statuses.iter().map(|status| Choice::new(status.as_str(), status_word(status)));
    let kinds = ConnectorKind::KNOWN.iter().map(|kind| Choice::new(kind.as_str(), kind_word(kind)));
    view! {
        <div class="toolbar" role="search" aria-label="Data Connectors">
            <SearchBox
                label="Search name, URL, label, header or ID"
                value=Signal::derive(move || query.with(|query| query.search.clone()))
                on_input=move |text: String| change(&|query| query.search.clone_from(&text))
                slash=true
            />
            <Select
                label="Status"
                label_hidden=true
                choices=with_any("Any status", statuses)
                value=Signal::derive(move || {
                    query.with(|query| query.status.as_ref().map_or("", Status::as_str).to_owned())
                })
                on_change=move |value: String| {
                    change(&|query| query.status = some(&value).map(Status::from));
                }
            />
            <Select
                label="Type"
                label_hidden=true
                choices=with_any("Any type", kinds)
                value=Signal::derive(move || {
                    query.with(|query| query.kind.as_ref().map_or("", ConnectorKind::as_str).to_owned())
                })
                on_change=move |value: String| {
                    change(&|query| query.kind = some(&value).map(ConnectorKind::from));
                }
            />
            <Refresh at loading on_refresh>
                {dynamic(move || format!("{} of {}", shown.get(), total.get()))}
            </Refresh>
        </div>
    }
}

fn with_any(any: &str, choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", any)).chain(choices).collect()
}

fn some(value: &str) -> Option<&str> {
    (!value.is_empty()).then_some(value)
}
