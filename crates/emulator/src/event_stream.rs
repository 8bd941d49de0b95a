//! Streams of events as they happen (`dt-api.md` §6.7).

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    body::Body,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use futures_util::stream::unfold;
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Instant, Interval, MissedTickBehavior, interval_at},
};

use crate::{
    emulator::Emulator,
    model::{event::Event, time::Time},
    refusal::Refusal,
    store::Store,
    wire::{
        device_filter::{DeviceFilter, is_one_of},
        event_line::{Line, Ping},
        query::QueryParameters,
    },
};

#[cfg(test)]
mod tests;

const DEFAULT_PING_INTERVAL: f64 = 10.0;
const LONGEST_PING_INTERVAL: f64 = 3600.0;

/// What a stream tells, and how.
#[derive(Debug)]
pub struct Subscription {
    project: String,
    devices: DeviceFilter,
    event_types: Vec<String>,
    ping_interval: Duration,
    is_server_sent: bool,
}

impl Subscription {
    /// What the parameters and the `Accept` header ask for: of a whole project, or of one of its devices.
    pub fn asked_for(
        project: &str,
        device: Option<&str>,
        query: &QueryParameters,
        headers: &HeaderMap,
    ) -> Result<Self, Refusal> {
        let devices = DeviceFilter::asked_for(query);
        let mut accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
        Ok(Self {
            project: project.to_owned(),
            devices: match device {
                Some(device) => devices.of_device(device),
                None => devices,
            },
            event_types: query.all("eventTypes").map(str::to_owned).collect(),
            ping_interval: ping_interval(query)?,
            is_server_sent: accepted.any(|types| types.contains("text/event-stream")),
        })
    }

    /// Answers with the events from now on. The stream ends when its reader falls too far behind, or when the emulator
    /// starts over.
    pub fn begin(self, emulator: &Emulator, store: &Store) -> Response {
        let content_type = if self.is_server_sent { "text/event-stream" } else { "application/json" };
        let first_ping = Instant::now() + self.ping_interval;
        let mut pings = interval_at(first_ping, self.ping_interval);
        pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (events, emulator) = (store.streams.subscribe(), emulator.clone());
        let listener = Listener { subscription: self, emulator, events, pings, is_over: false };
        let lines = unfold(listener, |mut listener| async move {
            let line = listener.line().await?;
            Some((Ok::<_, Infallible>(line), listener))
        });
        ([(header::CONTENT_TYPE, content_type)], Body::from_stream(lines)).into_response()
    }

    fn includes(&self, event: &Event) -> bool {
        event.project == self.project
            && self.devices.admits(&event.source)
            && is_one_of(&self.event_types, event.data.event_type())
    }

    fn written(&self, line: &Line) -> Option<String> {
        let json = serde_json::to_string(line).ok()?;
        Some(if self.is_server_sent { format!("data: {json}\n\n") } else { format!("{json}\n") })
    }
}

/// The sending end of an open stream.
struct Listener {
    subscription: Subscription,
    emulator: Emulator,
    events: Receiver<Arc<Event>>,
    pings: Interval,
    is_over: bool,
}

impl Listener {
    /// Waits for the next line; `None` at the end.
    async fn line(&mut self) -> Option<String> {
        while !self.is_over {
            let received = tokio::select! {
                received = self.events.recv() => received,
                _ = self.pings.tick() => return self.ping(),
            };
            match received {
                Ok(event) if self.subscription.includes(&event) => {
                    return self.subscription.written(&Line::Event { event: event.as_ref().into() });
                }
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => {
                    self.is_over = true;
                    return self.subscription.written(&Line::fell_behind());
                }
                Err(RecvError::Closed) => self.is_over = true,
            }
        }
        None
    }

    fn ping(&self) -> Option<String> {
        let (id, time) = {
            let store = &mut *self.emulator.store();
            (store.cloud.event_ids.mint(), Time::at(store.clock.now()))
        };
        self.subscription.written(&Line::Ping { event: Ping::new(id, &self.subscription.project, time) })
    }
}

/// A duration as Protocol Buffers write it: `10s`.
fn ping_interval(query: &QueryParameters) -> Result<Duration, Refusal> {
    let Some(text) = query.first("pingInterval").filter(|text| !text.is_empty()) else {
        return Ok(Duration::from_secs_f64(DEFAULT_PING_INTERVAL));
    };
    let seconds = text.strip_suffix('s').and_then(|seconds| seconds.parse::<f64>().ok());
    let seconds = seconds.filter(|seconds| (1.0..=LONGEST_PING_INTERVAL).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| {
        Refusal::invalid("pingInterval", format!("must be from 1s to {LONGEST_PING_INTERVAL}s"))
    })
}
