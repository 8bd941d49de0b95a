//! How many events the emulator delivers in a second, and how long each takes.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

use serde::Serialize;
use serde_json::json;

use crate::{
    Outcome,
    arrivals::{Arrivals, FromConnector},
    percentiles::Percentiles,
    program::Program,
    publisher::publish,
    receiver::Receiver,
    site::Site,
};

const CONNECTORS: usize = 10;
/// Few, the wish, twice the wish, as fast as the emulator takes them, and the wish with a file that keeps the cloud.
const LOADS: [Load; 5] = [
    Load { per_second: Some(100), events: 1000, kept: false },
    Load { per_second: Some(1000), events: 10_000, kept: false },
    Load { per_second: Some(2000), events: 20_000, kept: false },
    Load { per_second: None, events: 20_000, kept: false },
    Load { per_second: Some(1000), events: 10_000, kept: true },
];
/// How long the last events may take after the last was published.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long it may take until the emulator has counted an answer that the receiver has sent.
const SETTLING: Duration = Duration::from_secs(5);

/// What is published.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Load {
    /// Events a second; `None` for as many as the emulator takes.
    pub per_second: Option<u32>,
    /// How many in all.
    pub events: u32,
    /// Whether the emulator keeps the cloud in a file.
    pub kept: bool,
}

/// What became of a load.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// How many connectors push each event.
    pub connectors: usize,
    /// What was published.
    pub load: Load,
    /// Events a second, from the first publication to the last arrival.
    pub events_per_second: f64,
    /// Acknowledged pushes a second, in the same time.
    pub pushes_per_second: f64,
    /// From publication to arrival.
    pub delay: Percentiles,
    /// Pushes that the emulator counts as acknowledged.
    pub acknowledged: u64,
    /// Pushes that the emulator counts as failed.
    pub failed: u64,
    /// Pushes of an event that had arrived before.
    pub repeated: usize,
    /// Events that a connector was to push and did not, of all connectors.
    pub lost: usize,
    /// The emulator's processor time for each push, publishing included.
    pub cpu_us_per_push: f64,
}

/// Measures one load after the other, each with a new emulator.
pub async fn measure() -> Outcome<Vec<Delivery>> {
    let mut measured = Vec::new();
    for load in LOADS {
        println!("Delivering to {CONNECTORS} connectors: {load}");
        measured.push(deliver(load).await?);
    }
    Ok(measured)
}

async fn deliver(load: Load) -> Outcome<Delivery> {
    let Load { per_second, events, kept } = load;
    let program = if kept { Program::start_keeping(&json!({}))? } else { Program::start(&json!({}))? };
    let site = Site::make(&program).await?;
    let arrivals = Arc::new(Arrivals::of(CONNECTORS));
    let receiver = Receiver::answering(Arc::clone(&arrivals)).await?;
    let mut connectors = Vec::new();
    for nth in 0..CONNECTORS {
        connectors.push(site.add_connector(&receiver.url(nth)).await?);
    }
    let pushes = events as usize * CONNECTORS;
    let (start, before) = (Instant::now(), program.status()?.cpu);
    publish(&site, events, per_second).await?;
    arrivals.wait_for(pushes, PATIENCE).await;
    let (acknowledged, failed) = settled_metrics(&site, &connectors, pushes as u64).await?;
    let cpu = program.status()?.cpu.saturating_sub(before);

    let arrived = arrivals.take();
    let end = arrived.iter().filter_map(|from| from.last).max().unwrap_or(start);
    let seconds = end.duration_since(start).as_secs_f64();
    let lost = arrived.iter().map(|from| (events as usize).saturating_sub(from.events.len())).sum();
    Ok(Delivery {
        connectors: CONNECTORS,
        load,
        events_per_second: f64::from(events) / seconds,
        pushes_per_second: acknowledged as f64 / seconds,
        repeated: arrived.iter().map(|from| from.repeated).sum(),
        delay: delays(arrived),
        acknowledged,
        failed,
        lost,
        cpu_us_per_push: cpu.as_secs_f64() * 1e6 / pushes as f64,
    })
}

impl fmt::Display for Load {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.per_second {
            Some(per_second) => write!(to, "{} events, {per_second} a second", self.events)?,
            None => write!(to, "{} events, at once", self.events)?,
        }
        if self.kept { write!(to, ", kept in a file") } else { Ok(()) }
    }
}

/// The percentiles of all delays together.
pub fn delays(arrived: Vec<FromConnector>) -> Percentiles {
    Percentiles::of(arrived.into_iter().flat_map(|from| from.delays).collect())
}

/// How many pushes of all connectors were acknowledged and failed, once the emulator has counted as many as are expected.
async fn settled_metrics(site: &Site, connectors: &[String], expected: u64) -> Outcome<(u64, u64)> {
    let start = Instant::now();
    loop {
        let (mut acknowledged, mut failed) = (0, 0);
        for connector in connectors {
            let metrics = site.metrics(connector).await?;
            acknowledged += metrics.0;
            failed += metrics.1;
        }
        if acknowledged >= expected || start.elapsed() > SETTLING {
            return Ok((acknowledged, failed));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
