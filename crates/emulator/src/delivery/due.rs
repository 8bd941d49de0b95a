//! Taking what is due out of the queues, and what becomes of it.

use std::sync::Arc;

use super::push::Push;
use crate::{
    agenda::Place,
    model::{
        connector::{Connector, Destination},
        event::Event,
        outcomes::Outcome,
    },
    settings::{Delivery, Settings},
    store::Store,
};

/// A push that has begun.
#[derive(Debug)]
pub struct Begun {
    /// What is sent.
    pub push: Push,
    /// Whose push it is.
    pub place: Place,
    number: u64,
    failed_before: u32,
    life: u64,
}

impl Store {
    /// Gives an event to a connector, which pushes it at once when it pushes anything at all.
    pub fn enqueue(&mut self, place: Place, event: Arc<Event>, settings: &Delivery) {
        let now = self.clock.now();
        if let Some(connector) = self.connector_mut(&place)
            && connector.is_pushing()
        {
            connector.queue.push(event, now, settings.longest_queue);
            self.agenda.note(now, place);
        }
    }

    /// Begins the push that is due first; `None` when none is.
    pub fn begin_push(&mut self, settings: &Settings) -> Option<Begun> {
        let (now, most) = (self.clock.now(), settings.delivery.most_under_way);
        loop {
            let place = self.agenda.take_due(now)?;
            let id = self.cloud.event_ids.mint();
            let organization =
                self.cloud.projects.get(&place.project).map(|project| project.organization.clone());
            let Some((connector, organization)) = self.connector_mut(&place).zip(organization) else {
                continue;
            };
            let attempt = connector.queue.begin(now, most);
            let next = connector.queue.next_due(most);
            let begun = attempt.zip(endpoint(connector)).map(|(attempt, (endpoint, label_keys))| Begun {
                push: Push { endpoint, label_keys, event: attempt.event, organization, id, time: now },
                place: place.clone(),
                number: attempt.number,
                failed_before: attempt.failed_before,
                life: 0,
            });
            if let Some(next) = next {
                self.agenda.note(next, place);
            }
            if let Some(begun) = begun {
                return Some(Begun { life: self.life, ..begun });
            }
        }
    }

    /// Says what became of a push: the event leaves the queue or is pushed again later, and a connector that has failed for too
    /// long is disabled.
    pub fn end_push(&mut self, begun: &Begun, outcome: Outcome, settings: &Settings) {
        let (now, chance) = (self.clock.now(), self.chance.f64());
        if begun.life != self.life {
            return;
        }
        let Some(connector) = self.connector_mut(&begun.place) else { return };
        connector.outcomes.record(outcome, now, settings.delivery.metrics_window());
        if let Outcome::Acknowledged(_) = outcome {
            connector.queue.acknowledge(begun.number);
        } else {
            let pause = settings.delivery.back_off.pause(begun.failed_before, chance);
            connector.queue.postpone(begun.number, now, pause);
        }
        if connector.is_pushing() && connector.outcomes.are_hopeless(now) {
            connector.give_up();
        }
        if let Some(due) = connector.queue.next_due(settings.delivery.most_under_way) {
            self.agenda.note(due, begun.place.clone());
        }
    }

    fn connector_mut(&mut self, place: &Place) -> Option<&mut Connector> {
        self.cloud.projects.get_mut(&place.project)?.connectors.get_mut(&place.connector)
    }
}

fn endpoint(connector: &Connector) -> Option<(crate::model::connector::HttpPush, Vec<String>)> {
    match &connector.configuration.destination {
        Destination::HttpPush(endpoint) => Some((endpoint.clone(), connector.configuration.labels.clone())),
        _ => None,
    }
}
