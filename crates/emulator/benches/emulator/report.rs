//! The results, as tables and as JSON.

use std::fmt;

use serde::Serialize;

use crate::{dead_receivers::DeadReceiver, delivery::Delivery, fleet::List};

/// Everything that was measured.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The processor's cores, which the emulator shares with the benchmark.
    pub cores: usize,
    /// By load.
    pub delivery: Vec<Delivery>,
    /// By what the receiver does.
    pub dead_receivers: [DeadReceiver; 3],
    /// By list.
    pub lists: Vec<List>,
}

impl Report {
    /// How many events did not arrive that should have.
    pub fn lost(&self) -> usize {
        let delivered = self.delivery.iter().map(|row| row.lost);
        delivered.chain(self.dead_receivers.iter().map(|row| row.neighbours_lost)).sum()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = format!("Delivery, all on {} cores", self.cores);
        let columns = ["events/s", "POSTs/s", "median ms", "p99 ms", "lost", "µs/POST"];
        line(to, &what, columns.map(str::to_owned))?;
        for row in &self.delivery {
            line(to, &row.load.to_string(), delivery(row))?;
        }
        let columns = ["before", "full", "twice", "thrice", "most", "ratio", "p99 ms", "lost"];
        line(to, "\nMB behind a receiver that …, and a neighbour", columns.map(str::to_owned))?;
        for row in &self.dead_receivers {
            let connectors = if row.connectors == 1 { "connector" } else { "connectors" };
            let what = format!("{}, {} {connectors}", row.receiver, row.connectors);
            line(to, &what, dead_receiver(row))?;
        }
        line(to, "\nLists of a fleet", ["kB", "median ms", "p99 ms"].map(str::to_owned))?;
        for row in &self.lists {
            line(to, row.call, list(row))?;
        }
        Ok(())
    }
}

fn line<const N: usize>(to: &mut fmt::Formatter<'_>, what: &str, cells: [String; N]) -> fmt::Result {
    let blanks = what.matches('\n').count();
    write!(to, "{what:<width$}", width = 44 + blanks)?;
    cells.iter().try_for_each(|cell| write!(to, " {cell:>9}"))?;
    writeln!(to)
}

fn delivery(row: &Delivery) -> [String; 6] {
    let rates = [row.events_per_second, row.pushes_per_second].map(|rate| format!("{rate:.0}"));
    let [events, pushes] = rates;
    let cpu = format!("{:.0}", row.cpu_us_per_push);
    [events, pushes, tenths(row.delay.median_ms), tenths(row.delay.p99_ms), row.lost.to_string(), cpu]
}

fn dead_receiver(row: &DeadReceiver) -> [String; 8] {
    let bytes = [row.bytes_before, row.bytes_when_full, row.bytes_after_twice, row.bytes_after_thrice];
    let [before, full, twice, thrice] = bytes.map(megabytes);
    let (most, ratio) = (megabytes(row.most_bytes), format!("{:.2}", row.ratio()));
    let (p99, lost) = (tenths(row.neighbours_delay.p99_ms), row.neighbours_lost.to_string());
    [before, full, twice, thrice, most, ratio, p99, lost]
}

fn list(row: &List) -> [String; 3] {
    let [median, p99] = [row.time.median_ms, row.time.p99_ms].map(|time| format!("{time:.2}"));
    [row.bytes.div_ceil(1000).to_string(), median, p99]
}

fn tenths(number: f64) -> String {
    format!("{number:.1}")
}

fn megabytes(bytes: u64) -> String {
    tenths(bytes as f64 / 1e6)
}
