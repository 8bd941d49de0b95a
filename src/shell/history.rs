//! What was written in this session, and taking it back.

use leptos::prelude::*;
use visible_text::visible;

use crate::data::{Entry, EntryState, Journal, use_journal};
use crate::paths::Route;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, CopyButton, Dialog, EmptyState, Outside, RelativeTime};

/// The history; opens from the session menu.
#[component]
pub(super) fn History(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title="History" on_close=move |()| open.set(false)>
            <Entries on_leave=move |()| open.set(false) />
        </Dialog>
    }
}

#[component]
fn Entries(#[prop(into)] on_leave: Callback<()>) -> impl IntoView {
    let journal = use_journal();
    let entries = journal.entries();
    let newest_first = move || entries.with(|entries| entries.iter().rev().cloned().collect::<Vec<_>>());
    view! {
        <p class="lead">"What you changed since you signed in. It is forgotten with this tab."</p>
        {dynamic(move || entries.with(Vec::is_empty).then(|| view! {
            <EmptyState title="Nothing has been changed yet">
                <p>"Every update, addition and deletion appears here, and can be undone."</p>
            </EmptyState>
        }))}
        <ol class="history">
            <For each=newest_first key=|entry| (entry.id(), entry.state as u8) let:entry>
                <HistoryEntry journal entry on_leave />
            </For>
        </ol>
        {dynamic(move || entries.with(|entries| !entries.is_empty()).then(|| view! {
            <p class="history-export">
                "Copy as text, without secrets"
                <CopyButton text=Signal::derive(move || entries.with(|entries| note(entries))) label="Copy the history" />
            </p>
        }))}
    }
}

#[component]
fn HistoryEntry(journal: Journal, entry: Entry, on_leave: Callback<()>) -> impl IntoView {
    let id = entry.id();
    let path = Route::Connector(entry.name.clone()).path();
    view! {
        <li>
            <div>
                <a href=path on:click=move |_| on_leave.run(())><Outside text=entry.called.clone() /></a>
                <p class="hint">{entry.summary.clone()}", "<RelativeTime at=entry.at /></p>
            </div>
            {match entry.state {
                EntryState::TakenBack => view! { <span class="quiet-text">"Undone"</span> }.into_any(),
                state => view! {
                    <Button
                        kind=ButtonKind::Secondary
                        pending=state == EntryState::TakingBack
                        label=Signal::stored(format!("Undo {}", visible(&entry.called)))
                        on_click=move |()| journal.take_back(id)
                    >
                        <span aria-hidden="true">"Undo"</span>
                    </Button>
                }.into_any(),
            }}
        </li>
    }
}

/// A line each, the oldest first, in universal time.
fn note(entries: &[Entry]) -> String {
    entries.iter().fold(String::new(), |note, entry| {
        let time = String::from(js_sys::Date::new(&entry.at.into()).to_iso_string());
        let undone = if entry.state == EntryState::TakenBack { " (undone)" } else { "" };
        format!("{note}{time}  {}  {}  {}{undone}\n", entry.name, entry.called, entry.summary)
    })
}
