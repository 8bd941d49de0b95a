//! `cargo xtask fuzz`: the tests that make up their input, for longer than `cargo xtask test native` has time for.

use crate::failure::{Failure, Outcome};
use crate::progress;
use crate::tools::crates;
use crate::workspace::{cargo, root};
use std::process::Command;
use std::time::{Duration, Instant};

/// The packages that have them, each in `tests/fuzz`.
const PACKAGES: [&str; 3] = ["dt-api", "connector", "dt-emulator"];
/// How much input each test makes up in the first round; every further round doubles it.
const FIRST_ROUND: u64 = 4_000;

/// Runs rounds of them until the time is over, or one fails. What was found to fail is tried first from then on, as
/// `proptest-regressions` has it.
pub fn run(time: Duration) -> Outcome {
    crates::fetch()?;
    let mut build = fuzz();
    progress::run("Building the fuzz tests", build.arg("--no-run"))?;
    let started = Instant::now();
    let mut cases = FIRST_ROUND;
    loop {
        let round = Instant::now();
        println!("\n── {cases} cases of each");
        let (_, success) = progress::show(fuzz().env("PROPTEST_CASES", cases.to_string()))?;
        if !success {
            return Err(Failure::shown());
        }
        // The next round takes twice as long.
        if started.elapsed() + 2 * round.elapsed() > time {
            println!("\nno failure in {} s", started.elapsed().as_secs());
            return Ok(());
        }
        cases *= 2;
    }
}

fn fuzz() -> Command {
    let mut command = Command::new(cargo());
    command
        .args(["test", "--locked", "--offline", "--profile", "fuzz", "--test", "fuzz"])
        .current_dir(root());
    command.args(PACKAGES.iter().flat_map(|package| ["--package", package]));
    command
}
