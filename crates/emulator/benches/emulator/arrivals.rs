//! What has arrived at the receiver.

use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use tokio::{sync::watch, time::timeout};

/// What has arrived from each connector.
#[derive(Debug)]
pub struct Arrivals {
    connectors: Vec<Mutex<FromConnector>>,
    /// How many different events have arrived from all connectors together.
    count: watch::Sender<usize>,
}

/// What has arrived from one connector.
#[derive(Debug, Default)]
pub struct FromConnector {
    /// The ids of the events.
    pub events: HashSet<String>,
    /// From the publication of each event to its first arrival.
    pub delays: Vec<Duration>,
    /// How many pushes brought an event that was there already.
    pub repeated: usize,
    /// When the last of the events arrived.
    pub last: Option<Instant>,
}

impl Arrivals {
    /// Nothing yet, from so many connectors.
    pub fn of(connectors: usize) -> Self {
        let connectors = (0..connectors).map(|_| Mutex::default()).collect();
        Self { connectors, count: watch::Sender::default() }
    }

    /// Notes a push with this body from a connector.
    pub fn note(&self, connector: usize, body: &str) {
        let now = Timestamp::now();
        let (Some(from), Some(id)) = (self.connectors.get(connector), member(body, "eventId")) else {
            return;
        };
        let from = &mut *lock(from);
        if !from.events.insert(id.to_owned()) {
            from.repeated += 1;
            return;
        }
        let published = member(body, "timestamp").and_then(|text| text.parse::<Timestamp>().ok());
        let delay = published.and_then(|published| now.duration_since(published).try_into().ok());
        from.delays.push(delay.unwrap_or_default());
        from.last = Some(Instant::now());
        self.count.send_modify(|count| *count += 1);
    }

    /// Waits until so many events have arrived, or no longer than `limit`; false when they have not.
    pub async fn wait_for(&self, count: usize, limit: Duration) -> bool {
        let mut counts = self.count.subscribe();
        timeout(limit, counts.wait_for(|&arrived| arrived >= count)).await.is_ok()
    }

    /// What has arrived from each connector, which is then forgotten.
    pub fn take(&self) -> Vec<FromConnector> {
        self.count.send_replace(0);
        self.connectors.iter().map(|from| std::mem::take(&mut *lock(from))).collect()
    }
}

/// The text that a member with this name has where it first stands in the JSON. The events of the benchmark have no escapes.
fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{name}\":\""))?;
    rest.split_once('"').map(|(text, _)| text)
}

fn lock(from: &Mutex<FromConnector>) -> MutexGuard<'_, FromConnector> {
    from.lock().unwrap_or_else(PoisonError::into_inner)
}
