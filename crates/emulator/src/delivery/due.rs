//! Taking what is due out of the queues, and what becomes of it.

use std::sync::Arc;

use super::push::Push;
use crate::{
    agenda::Place,
    model::{
        connector::{Connector, Destination, HttpPush},
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
        let connector = self.connector_mut(&place).filter(|connector| connector.is_pushing());
        let Some(connector) = connector else { return };
        let (number, given_up) = connector.queue.push(event, now, settings.longest_queue);
        let next = connector.queue.next_due(settings.most_under_way);
        for number in given_up.into_iter().chain([number]) {
            self.changes.note_push(&place, number);
        }
        if let Some(next) = next {
            self.agenda.note(next, place);
        }
    }

    /// Begins the push that is due first, of a connector that has fewer than `most` under way; `None` when there is none. A
    /// connector that has as many is asked again when one of them ends. Events that are too old are given up on the way.
    pub fn begin_push(&mut self, most: usize) -> Option<Begun> {
        let now = self.clock.now();
        loop {
            let place = self.agenda.take_due(now)?;
            let Some(connector) = self.connector_mut(&place) else { continue };
            let attempt = connector.queue.begin(now, most);
            let endpoint = endpoint(connector);
            let too_late =
                attempt.as_ref().filter(|attempt| attempt.is_too_late).map(|attempt| attempt.number);
            if let Some(number) = too_late {
                connector.queue.remove(number);
            }
            if let Some(next) = connector.queue.next_due(most) {
                self.agenda.note(next, place.clone());
            }
            if let Some(number) = too_late {
                self.changes.note_push(&place, number);
            } else if let Some((attempt, (endpoint, label_keys))) = attempt.zip(endpoint) {
                let project = self.cloud.projects.get(&place.project)?;
                let organization = project.organization.clone();
                let id = self.cloud.event_ids.mint();
                let push = Push { endpoint, label_keys, event: attempt.event, organization, id, time: now };
                let (number, failed_before) = (attempt.number, attempt.failed_before);
                return Some(Begun { push, place, number, failed_before, life: self.life });
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
        if let Some(next) = connector.queue.next_due(settings.delivery.most_under_way) {
            self.agenda.note(next, begun.place.clone());
        }
        self.changes.note_push(&begun.place, begun.number);
    }

    /// The connector at a place.
    pub fn connector_mut(&mut self, place: &Place) -> Option<&mut Connector> {
        self.cloud.projects.get_mut(&place.project)?.connectors.get_mut(&place.connector)
    }
}

fn endpoint(connector: &Connector) -> Option<(HttpPush, Vec<String>)> {
    match &connector.configuration.destination {
        Destination::HttpPush(endpoint) => Some((endpoint.clone(), connector.configuration.labels.clone())),
        _ => None,
    }
}
