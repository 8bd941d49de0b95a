//! What becomes of an event: one door for devices, clients and label changes.

use std::sync::Arc;

use crate::{
    model::{
        event::{Event, Source},
        event_data::EventData,
        time::Time,
    },
    store::Store,
};

impl Store {
    /// A device tells something now: it becomes its latest state, and everybody is told who wants to know. `None` when
    /// there is no such device.
    pub fn publish(&mut self, project: &str, device: &str, data: EventData) -> Option<Arc<Event>> {
        let time = Time(self.clock.now());
        let device = self.cloud.projects.get_mut(project)?.devices.get_mut(device)?;
        if let EventData::Report(report) = &data {
            device.reported.insert(report.event_type(), report.clone());
        }
        let source = Source::from(&*device);
        let id = self.cloud.ids.mint();
        Some(Arc::new(Event { id, project: project.to_owned(), source, data, time }))
    }
}
