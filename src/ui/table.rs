//! A table heading that sorts.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortDirection {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// A column heading with a button; `aria-sort` is set on the sorted column only.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: Signal<String>,
    /// How this column is sorted; `None` when another one is.
    #[prop(into)]
    sort: Signal<Option<SortDirection>>,
    /// Called when the person asks for this column, or for the other direction.
    #[prop(into)]
    on_sort: Callback<()>,
    /// Align with numbers.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView {
    let aria_sort = move || {
        sort.get().map(|direction| match direction {
            SortDirection::Ascending => "ascending",
            SortDirection::Descending => "descending",
        })
    };
    let arrow = move || {
        let name = match sort.get() {
            Some(SortDirection::Descending) => IconName::ArrowDown,
            _ => IconName::ArrowUp,
        };
        view! { <Icon name /> }
    };
    view! {
        <th scope="col" class:numeric=numeric aria-sort=aria_sort>
            <button type="button" class="sort" on:click=move |_| on_sort.run(())>
                {label}
                {arrow}
            </button>
        </th>
    }
}
