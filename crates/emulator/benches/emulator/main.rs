//! `cargo xtask bench emulator`: how fast the emulator is, and how much memory it takes, over real sockets on this machine.
//!
//! The emulator runs as the program it is, in a process of its own. Everything is bounded in count and in time, and asserts
//! nothing about time; `docs/benchmarks.md` says how to read the results.
#![expect(clippy::cast_precision_loss, reason = "what is counted here stays far below 2^52")]
#![expect(clippy::indexing_slicing, reason = "a member that JSON lacks reads as null")]

mod arrivals;
mod client;
mod dead_receivers;
mod delivery;
mod fleet;
mod percentiles;
mod process_status;
mod program;
mod publisher;
mod receiver;
mod report;
mod site;

use std::{error::Error, fs, path::PathBuf, process::ExitCode, time::Duration};

use clap::Parser;

use crate::report::Report;

/// What any step may fail with; it is only ever shown.
type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// However slow the machine is, the load ends after this.
const TIME_LIMIT: Duration = Duration::from_mins(5);

/// Measures the emulator.
#[derive(Debug, Parser)]
struct Arguments {
    /// The file to write the results to, as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// What cargo tells every benchmark
    #[arg(long, hide = true)]
    bench: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let run = tokio::time::timeout(TIME_LIMIT, run(Arguments::parse())).await;
    match run.unwrap_or_else(|_| Err(format!("not done after {} s", TIME_LIMIT.as_secs()).into())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("emulator benchmark: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Outcome {
    let report = Report {
        cores: std::thread::available_parallelism()?.get(),
        delivery: delivery::measure().await?,
        dead_receivers: dead_receivers::measure().await?,
        lists: fleet::measure().await?,
    };
    print!("\n{report}");
    if let Some(file) = arguments.json {
        fs::create_dir_all(file.parent().unwrap_or(&file))?;
        fs::write(&file, serde_json::to_vec_pretty(&report)?)?;
        println!("\nwritten to {}", file.display());
    }
    match report.lost() {
        0 => Ok(()),
        lost => Err(format!("{lost} events never arrived").into()),
    }
}
