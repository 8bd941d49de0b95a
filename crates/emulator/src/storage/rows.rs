//! What has changed in the store, as changes of rows.

use serde::Serialize;

use super::{
    changes::{Changes, HistoryChange},
    file::RowChange,
    kept::{CLOUD, InProject, KeptCloud, KeptKey, KeptPush, Placed},
};
use crate::{
    agenda::Place,
    model::{cloud::Cloud, event::Event, project::Project, table::Table},
    store::Store,
};

/// How rows are written now.
pub const VERSION: u32 = 1;

/// Takes what has changed in the store since the last time, as changes of rows.
pub fn take_changes(store: &mut Store, key: &KeptKey) -> Vec<RowChange> {
    let changes = store.changes.take();
    let mut rows = Vec::new();
    if changes.everything {
        rows.push(RowChange::RemoveAll { prefix: String::new() });
    }
    let cloud = &mut store.cloud;
    let whole = KeptCloud {
        version: VERSION,
        ids: cloud.ids,
        event_ids: cloud.event_ids,
        advanced: store.clock.advanced(),
        key: key.clone(),
    };
    rows.push(set(CLOUD.to_owned(), &whole));
    take_table(&mut cloud.organizations, "organization", &mut rows);
    take_table(&mut cloud.users, "user", &mut rows);
    take_table(&mut cloud.service_accounts, "account", &mut rows);
    let gone = take_projects(cloud, &mut rows);
    if changes.everything {
        cloud.projects.values().for_each(|project| add_histories_and_queues(project, &mut rows));
    } else {
        add_notes(changes, cloud, &mut rows);
    }
    rows.extend(gone.into_iter().flat_map(|device| forget("device", &device, "event")));
    rows
}

fn take_table<V: Serialize>(table: &mut Table<V>, kind: &str, rows: &mut Vec<RowChange>) {
    for id in table.take_changed() {
        let key = format!("{kind}/{id}");
        rows.push(match table.placed(&id) {
            Some((position, row)) => set(key, &Placed { position, row }),
            None => RowChange::Remove { key },
        });
    }
}

/// Adds the rows of projects and of what is in them, which can only have changed if the project was lent out to change.
/// Gives the devices that are nowhere any more.
fn take_projects(cloud: &mut Cloud, rows: &mut Vec<RowChange>) -> Vec<String> {
    let mut gone_devices = Vec::new();
    for id in cloud.projects.changed().clone() {
        if let Some(project) = cloud.projects.get_mut(&id) {
            let idle =
                project.connectors.changed().iter().filter(|id| {
                    project.connectors.get(*id).is_some_and(|connector| !connector.is_pushing())
                });
            rows.extend(idle.map(|connector| RowChange::RemoveAll { prefix: format!("push/{connector}/") }));
            let gone = take_in_project(&id, &mut project.connectors, "connector", rows);
            rows.extend(gone.into_iter().flat_map(|connector| forget("connector", &connector, "push")));
            gone_devices.extend(take_in_project(&id, &mut project.devices, "device", rows));
        }
    }
    take_table(&mut cloud.projects, "project", rows);
    // A device that was transferred is in another project now, with its history.
    gone_devices.retain(|id| !cloud.projects.values().any(|project| project.devices.contains_key(id)));
    gone_devices
}

/// Adds the changed rows of a project's table, and gives the ids of those that are gone.
fn take_in_project<V: Serialize>(
    project: &str,
    table: &mut Table<V>,
    kind: &str,
    rows: &mut Vec<RowChange>,
) -> Vec<String> {
    let mut gone = Vec::new();
    for id in table.take_changed() {
        match table.placed(&id) {
            Some((position, row)) => {
                let row = InProject { project: project.to_owned(), position, row };
                rows.push(set(format!("{kind}/{id}"), &row));
            }
            None => gone.push(id),
        }
    }
    gone
}

/// A row is gone, and with it the rows of what belonged to it.
fn forget(kind: &str, id: &str, belongings: &str) -> [RowChange; 2] {
    [
        RowChange::Remove { key: format!("{kind}/{id}") },
        RowChange::RemoveAll { prefix: format!("{belongings}/{id}/") },
    ]
}

fn add_histories_and_queues(project: &Project, rows: &mut Vec<RowChange>) {
    for device in project.devices.values() {
        rows.extend(device.history.known().map(|event| set_event(&device.id, event)));
    }
    for connector in project.connectors.values() {
        let place = Place::of(connector, &project.id);
        rows.extend(connector.queue.numbers().filter_map(|number| set_push(project, &place, number)));
    }
}

fn add_notes(changes: Changes, cloud: &Cloud, rows: &mut Vec<RowChange>) {
    rows.extend(changes.events.iter().map(|(device, change)| match change {
        HistoryChange::Recorded(event) => set_event(device, event),
        HistoryChange::Forgotten(id) => RowChange::Remove { key: format!("event/{device}/{id}") },
    }));
    rows.extend(changes.pushes.iter().map(|(place, number)| {
        let project = cloud.projects.get(&place.project);
        let waiting = project.and_then(|project| set_push(project, place, *number));
        waiting.unwrap_or_else(|| RowChange::Remove { key: push_key(place, *number) })
    }));
}

fn set_event(device: &str, event: &Event) -> RowChange {
    set(format!("event/{device}/{}", event.id), event)
}

fn set_push(project: &Project, place: &Place, number: u64) -> Option<RowChange> {
    let waiting = project.connectors.get(&place.connector)?.queue.waiting(number)?.clone();
    let Place { project, connector } = place.clone();
    let row = KeptPush { project, connector, waiting };
    Some(set(push_key(place, number), &row))
}

fn push_key(place: &Place, number: u64) -> String {
    format!("push/{}/{number:020}", place.connector)
}

fn set(key: String, row: &impl Serialize) -> RowChange {
    RowChange::Set { key, row: serde_json::to_vec(row).unwrap_or_default() }
}
