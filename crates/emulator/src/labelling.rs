//! Changing a device's labels, which it tells as an event of its own (`dt-api.md` §6.5).

use std::collections::BTreeMap;

use crate::{
    model::event_data::{EventData, LabelsChanged},
    settings::Settings,
    store::Store,
};

type Labels = BTreeMap<String, String>;

impl Store {
    /// Gives a device these labels and no others. It tells what has changed, and nothing when nothing has.
    pub fn label(&mut self, project: &str, device: &str, labels: Labels, settings: &Settings) -> Option<()> {
        let current = &self.cloud.projects.get(project)?.devices.get(device)?.labels;
        let changes = changes(current, &labels);
        if changes != LabelsChanged::default() {
            self.cloud.projects.get_mut(project)?.devices.get_mut(device)?.labels = labels;
            self.publish(project, device, EventData::LabelsChanged(changes), settings)?;
        }
        Some(())
    }
}

fn changes(before: &Labels, after: &Labels) -> LabelsChanged {
    let where_value = |is_wanted: &dyn Fn(Option<&String>, &String) -> bool| {
        let changed = after.iter().filter(|&(key, value)| is_wanted(before.get(key), value));
        changed.map(|(key, value)| (key.clone(), value.clone())).collect()
    };
    LabelsChanged {
        added: where_value(&|before, _| before.is_none()),
        modified: where_value(&|before, after| before.is_some_and(|before| before != after)),
        removed: before.keys().filter(|key| !after.contains_key(*key)).cloned().collect(),
    }
}
