//! The tests of every package that need no browser.

use super::cargo_report;
use super::tally::Tally;
use crate::failure::Outcome;
use crate::progress;
use crate::tools::crates;
use crate::workspace::{cargo, root};
use std::process::Command;

/// Runs them all.
pub fn run() -> Outcome<Tally> {
    crates::fetch()?;
    let mut test = Command::new(cargo());
    test.args(["test", "--workspace", "--no-fail-fast", "--locked", "--offline"]).current_dir(root());
    let (output, success) = progress::show(&mut test)?;
    Ok(cargo_report::tally(&output).of_run(success))
}
