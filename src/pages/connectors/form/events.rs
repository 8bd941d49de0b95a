//! Which events are forwarded.

use std::collections::BTreeSet;

use connector::event_catalog::{EventGroup, description, matches};
use connector::{Change, Field};
use dt_api::EventType;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::Form;
use crate::reactive::{dynamic, settled};
use crate::ui::{Button, Checkbox, Icon, IconName, SearchBox, Switch, unique_id};

/// Forward All Events and, when it is off, the selection.
#[component]
pub(super) fn EventsSection(
    form: Form,
    /// What stands beneath, such as advice.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let forward_all = settled(move || form.with(|draft| draft.forward_all));
    view! {
        <section class="form-section" aria-labelledby="section-events">
            <h2 id="section-events">"Events to forward"</h2>
            <p class="lead">"Which events your endpoint receives, from every device of the project."</p>
            <Switch
                label="Forward All Events"
                checked=forward_all
                on_change=move |on| form.edit(|draft| draft.forward_all = on)
                description="All event types, also those that DT adds later."
                changed=form.changed(Change::Events)
            />
            {dynamic(move || (!forward_all.get()).then(|| view! { <EventPicker form /> }))}
            {children.map(|children| children())}
        </section>
    }
}

#[component]
fn EventPicker(form: Form) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let selected = settled(move || form.with(|draft| draft.selected_events.clone()));
    let selected_count = move || selected.with(BTreeSet::len);
    let error = form.error(Field::Events);
    let count_id = unique_id("event-picker-count");
    let error_id = unique_id("event-picker-error");
    let described_by = format!("{count_id} {error_id}");
    let unknown = unknown_types(form);
    let groups = EventGroup::KNOWN.map(|group| (group, group.event_types().collect::<Vec<_>>()));
    let types = EventType::KNOWN.into_iter().chain(unknown.iter().cloned());
    let types = StoredValue::new(types.collect::<Vec<_>>());
    let shown = move |search: &str| {
        let all = types.get_value().into_iter();
        all.filter(|event| matches(event, search)).collect::<Vec<_>>()
    };
    let any_shown = move || search.with(|search| !shown(search).is_empty());
    let select_shown = move |()| {
        let shown = search.with_untracked(|search| shown(search));
        form.edit(|draft| draft.selected_events.extend(shown));
    };
    view! {
        <fieldset
            class="event-picker"
            aria-describedby=described_by
            aria-invalid=move || error.with(Option::is_some).then_some("true")
        >
            <legend>"Event types"</legend>
            <div class="toolbar" on:keydown=move |event| filter_without_saving(&event)>
                <SearchBox label="Filter event types" value=search on_input=move |text| search.set(text) />
                <span id=count_id role="status">
                    {dynamic(move || format!("{} of {} selected", selected_count(), types.with_value(Vec::len)))}
                </span>
                <Button on_click=select_shown>"Select all shown"</Button>
                <Button on_click=move |()| form.edit(|draft| draft.selected_events.clear())>"Clear selection"</Button>
            </div>
            <p class="error" id=error_id>
                {dynamic(move || error.get().map(|error| view! { <Icon name=IconName::Warning /> {error} }))}
            </p>
            <div class="event-groups">
                {groups
                    .into_iter()
                    .chain((!unknown.is_empty()).then_some((EventGroup::Other, unknown)))
                    .map(|(group, events)| view! { <Group form selected group events search /> })
                    .collect_view()}
            </div>
            {dynamic(move || (!any_shown()).then(|| view! { <p class="hint" role="status">"No event type matches."</p> }))}
        </fieldset>
    }
}

/// Enter in the search, which would save the form around it.
fn filter_without_saving(event: &KeyboardEvent) {
    if event.key() == "Enter" && event_target::<HtmlElement>(event).matches("input").unwrap_or(false) {
        event.prevent_default();
    }
}

#[component]
fn Group(
    form: Form,
    selected: ReadSignal<BTreeSet<EventType>>,
    group: EventGroup,
    events: Vec<EventType>,
    #[prop(into)] search: Signal<String>,
) -> impl IntoView {
    let shown = {
        let events = events.clone();
        move || search.with(|search| events.iter().any(|event| matches(event, search)))
    };
    let boxes = events
        .into_iter()
        .map(|event| {
            let sought = event.clone();
            let is_shown = move || search.with(|search| matches(&sought, search));
            view! { <div hidden=move || !is_shown()><EventBox form selected event /></div> }
        })
        .collect_view();
    view! {
        <div role="group" class="event-group" aria-label=group.label() hidden=move || !shown()>
            <h3 aria-hidden="true">{group.label()}</h3>
            {boxes}
        </div>
    }
}

#[component]
fn EventBox(form: Form, selected: ReadSignal<BTreeSet<EventType>>, event: EventType) -> impl IntoView {
    let label = event.as_str().to_owned();
    let description = description(&event);
    let read = event.clone();
    let checked = settled(move || selected.with(|selected| selected.contains(&read)));
    let toggle = move |on: bool| {
        form.edit(|draft| {
            if on {
                draft.selected_events.insert(event.clone());
            } else {
                draft.selected_events.remove(&event);
            }
        });
        form.visit(Field::Events);
    };
    view! { <Checkbox label checked on_change=toggle description /> }
}

/// Types that this console does not know, among those that the connector has or had before it was edited.
fn unknown_types(form: Form) -> Vec<EventType> {
    let mut types = form.with_untracked(|draft| draft.selected_events.clone());
    form.original().with_untracked(|original| {
        types.extend(original.iter().flat_map(|original| original.events.iter().cloned()));
    });
    types.into_iter().filter(|event| matches!(event, EventType::Unknown(_))).collect()
}
