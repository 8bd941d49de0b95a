//! `cargo xtask test`: everything that must hold before a change is done.

mod browser;
mod bundle;
mod cargo_report;
mod clients;
mod end_to_end;
mod lint;
mod native;
mod suite;
mod supply_chain;
mod tally;

pub use suite::Suite;

use crate::failure::{Failure, Outcome};
use std::time::Instant;
use tally::{Report, Tally};

/// Runs one suite, or all of them even when one fails, and closes with the counts.
pub fn run(one: Option<Suite>) -> Outcome {
    let suites = one.map_or_else(|| Suite::ALL.to_vec(), |suite| vec![suite]);
    let reports: Vec<Report> = suites.into_iter().map(report).collect();
    let total = reports.iter().map(|report| report.tally).sum::<Tally>();
    println!("\n{}\n{total}", tally::table(&reports));
    if total.failed == 0 { Ok(()) } else { Err(Failure::shown()) }
}

fn report(suite: Suite) -> Report {
    println!("\n── {suite}");
    let started = Instant::now();
    let tally = run_suite(suite).unwrap_or_else(|failure| {
        println!("error: {failure}");
        Tally::one(false)
    });
    Report { suite, tally, seconds: started.elapsed().as_secs() }
}

fn run_suite(suite: Suite) -> Outcome<Tally> {
    match suite {
        Suite::Format => lint::format(),
        Suite::Clippy => lint::clippy(),
        Suite::SupplyChain => supply_chain::run(),
        Suite::Native => native::run(),
        Suite::Browser => browser::run(),
        Suite::Size => bundle::run(),
        Suite::Clients => clients::run(),
        Suite::EndToEnd => end_to_end::run(),
    }
}
