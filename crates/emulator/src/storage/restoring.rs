//! The cloud that the rows of a file hold.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::{
    kept::{CLOUD, InProject, KeptCloud, KeptKey, KeptPush, Placed},
    rows::VERSION,
};
use crate::model::{cloud::Cloud, connector::Connector, device::Device, event::Event, table::Table};

/// What a file holds.
pub struct Restored {
    /// The cloud, with everything in it but what waits in queues.
    pub cloud: Cloud,
    /// How far the clock had been moved.
    pub advanced: jiff::SignedDuration,
    /// The key that signs pushes.
    pub key: KeptKey,
    /// What waited in queues, with its number there.
    pub pushes: Vec<(u64, KeptPush)>,
}

type Rows<V> = Vec<(u64, String, V)>;

/// Makes sense of a file's rows; `None` when it is new. A row that makes none is an error, which names it.
pub fn restored(rows: &[(String, Vec<u8>)], events_per_device: usize) -> Result<Option<Restored>, String> {
    if rows.is_empty() {
        return Ok(None);
    }
    let mut whole: Option<KeptCloud> = None;
    let mut cloud = Cloud::default();
    let (mut organizations, mut users, mut accounts, mut projects) =
        (Rows::new(), Rows::new(), Rows::new(), Rows::new());
    let mut devices: HashMap<String, Rows<Device>> = HashMap::new();
    let mut connectors: HashMap<String, Rows<Connector>> = HashMap::new();
    let mut events: HashMap<String, Vec<Event>> = HashMap::new();
    let mut pushes = Vec::new();
    for (key, row) in rows {
        let mut parts = key.split('/');
        let (kind, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        match kind {
            CLOUD => whole = Some(read(key, row)?),
            "organization" => organizations.push(placed(key, id, row)?),
            "user" => users.push(placed(key, id, row)?),
            "account" => accounts.push(placed(key, id, row)?),
            "project" => projects.push(placed(key, id, row)?),
            "device" => add_in_project(&mut devices, key, id, row)?,
            "connector" => add_in_project(&mut connectors, key, id, row)?,
            "event" => events.entry(id.to_owned()).or_default().push(read(key, row)?),
            "push" => {
                let number = parts.next().and_then(|number| number.parse().ok());
                pushes.push((number.ok_or_else(|| format!("the row {key} has no number"))?, read(key, row)?));
            }
            _ => return Err(format!("the row {key} is of no known kind")),
        }
    }
    let whole = whole.ok_or("it is no file of this program")?;
    if whole.version != VERSION {
        return Err(format!("it was written by another version of this program ({})", whole.version));
    }
    for device in devices.values_mut().flatten() {
        let mut told = events.remove(&device.1).unwrap_or_default();
        told.sort_by_key(|event| event.time);
        for event in told {
            device.2.history.record(event.into(), events_per_device);
        }
    }
    for (_, id, project) in &mut projects {
        let project: &mut crate::model::project::Project = project;
        project.devices = Table::restored(devices.remove(id).unwrap_or_default());
        project.connectors = Table::restored(connectors.remove(id).unwrap_or_default());
    }
    cloud.organizations = Table::restored(organizations);
    cloud.users = Table::restored(users);
    cloud.service_accounts = Table::restored(accounts);
    cloud.projects = Table::restored(projects);
    (cloud.ids, cloud.event_ids) = (whole.ids, whole.event_ids);
    Ok(Some(Restored { cloud, advanced: whole.advanced, key: whole.key, pushes }))
}

fn add_in_project<V: DeserializeOwned>(
    rows: &mut HashMap<String, Rows<V>>,
    key: &str,
    id: &str,
    row: &[u8],
) -> Result<(), String> {
    let InProject { project, position, row } = read(key, row)?;
    rows.entry(project).or_default().push((position, id.to_owned(), row));
    Ok(())
}

fn placed<V: DeserializeOwned>(key: &str, id: &str, row: &[u8]) -> Result<(u64, String, V), String> {
    let Placed { position, row } = read(key, row)?;
    Ok((position, id.to_owned(), row))
}

fn read<V: DeserializeOwned>(key: &str, row: &[u8]) -> Result<V, String> {
    serde_json::from_slice(row).map_err(|error| format!("the row {key} is damaged: {error}"))
}
