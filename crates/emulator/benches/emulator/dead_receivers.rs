//! How much memory the emulator takes when nobody receives, and whether others receive as before.

use std::{sync::Arc, time::Duration};

use serde::Serialize;
use serde_json::json;

use crate::{
    Outcome, arrivals::Arrivals, delivery::delays, percentiles::Percentiles, program::Program,
    publisher::publish, receiver::Receiver, site::Site,
};

const LONGEST_QUEUE: u32 = 20_000;
/// More connectors than it takes to have all pushes under way that there may be.
const MANY: usize = 40;
/// What the neighbour is sent, and how fast.
const NEIGHBOURS_EVENTS: u32 = 200;
const NEIGHBOURS_RATE: u32 = 100;
const PATIENCE: Duration = Duration::from_secs(30);

/// What a receiver that is dead costs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeadReceiver {
    /// What it does with connections.
    pub receiver: &'static str,
    /// How many connectors push to it.
    pub connectors: usize,
    /// How many events the queue of each holds.
    pub longest_queue: u32,
    /// Resident bytes before anything was published.
    pub bytes_before: u64,
    /// Once the queues were full.
    pub bytes_when_full: u64,
    /// Once as many again were published.
    pub bytes_after_twice: u64,
    /// And as many again.
    pub bytes_after_thrice: u64,
    /// The most there ever were.
    pub most_bytes: u64,
    /// From publication to arrival, at another connector of the project that was added then.
    pub neighbours_delay: Percentiles,
    /// Events that did not arrive there.
    pub neighbours_lost: usize,
}

impl DeadReceiver {
    /// How many times the memory of a full queue it takes once twice as many events were published: about 1 when bounded.
    pub fn ratio(&self) -> f64 {
        self.bytes_after_twice as f64 / self.bytes_when_full as f64
    }
}

/// Measures a receiver that never answers, one that refuses connections, and one that keeps many connectors waiting.
pub async fn measure() -> Outcome<[DeadReceiver; 3]> {
    Ok([
        publish_to("never answers", Receiver::silent().await?, 1).await?,
        publish_to("refuses", Receiver::refusing().await?, 1).await?,
        publish_to("never answers", Receiver::silent().await?, MANY).await?,
    ])
}

async fn publish_to(what: &'static str, receiver: Receiver, connectors: usize) -> Outcome<DeadReceiver> {
    println!("Publishing {} events to a receiver that {what}, connectors: {connectors}", 3 * LONGEST_QUEUE);
    let settings = json!({"connectorsPerProject": MANY + 1, "delivery": {"longestQueue": LONGEST_QUEUE}});
    let program = Program::start(&settings)?;
    let site = Site::make(&program).await?;
    for nth in 0..connectors {
        site.add_connector(&receiver.url(nth)).await?;
    }
    let mut bytes = [program.status()?.resident; 4];
    for bytes in bytes.iter_mut().skip(1) {
        publish(&site, LONGEST_QUEUE, None).await?;
        *bytes = program.status()?.resident;
    }
    let most_bytes = program.status()?.most_resident;

    let arrivals = Arc::new(Arrivals::of(1));
    let neighbour = Receiver::answering(Arc::clone(&arrivals)).await?;
    site.add_connector(&neighbour.url(0)).await?;
    publish(&site, NEIGHBOURS_EVENTS, Some(NEIGHBOURS_RATE)).await?;
    arrivals.wait_for(NEIGHBOURS_EVENTS as usize, PATIENCE).await;
    let arrived = arrivals.take();
    let count: usize = arrived.iter().map(|from| from.events.len()).sum();
    let [bytes_before, bytes_when_full, bytes_after_twice, bytes_after_thrice] = bytes;
    Ok(DeadReceiver {
        receiver: what,
        connectors,
        longest_queue: LONGEST_QUEUE,
        bytes_before,
        bytes_when_full,
        bytes_after_twice,
        bytes_after_thrice,
        most_bytes,
        neighbours_delay: delays(arrived),
        neighbours_lost: (NEIGHBOURS_EVENTS as usize).saturating_sub(count),
    })
}
