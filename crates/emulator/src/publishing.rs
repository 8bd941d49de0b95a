//! What becomes of an event: one door for devices, clients and label changes.

use std::sync::Arc;

use crate::{
    agenda::Place,
    model::{event::Event, event_data::EventData, time::Time},
    settings::Settings,
    store::Store,
};

impl Store {
    /// A device tells something now: it becomes its latest state, and everybody is told who wants to know. `None` when
    /// there is no such device.
    pub fn publish(
        &mut self,
        project: &str,
        device: &str,
        data: EventData,
        settings: &Settings,
    ) -> Option<Arc<Event>> {
        let time = Time::at(self.clock.now());
        let project = self.cloud.projects.get_mut(project)?;
        let device = project.devices.get_mut(device)?;
        let id = self.cloud.event_ids.mint();
        let event = Event { id, project: project.id.clone(), source: (&*device).into(), data, time };
        let event = Arc::new(event);
        let forgotten = device.history.record(Arc::clone(&event), settings.events_per_device);
        self.changes.note_event(&event, &forgotten);
        let selecting = project
            .connectors
            .values()
            .filter(|connector| connector.is_pushing() && connector.selects(&event));
        let places: Vec<Place> = selecting.map(|connector| Place::of(connector, &project.id)).collect();
        for place in places {
            self.enqueue(place, Arc::clone(&event), &settings.delivery);
        }
        // Nobody may be listening.
        let _ = self.streams.send(Arc::clone(&event));
        Some(event)
    }
}
