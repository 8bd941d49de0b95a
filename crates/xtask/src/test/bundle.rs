//! The deployable build, which must stay within its budget and say nothing of the machine it was made on.

use super::tally::Tally;
use crate::build::machine_paths;
use crate::failure::Outcome;
use crate::size;
use crate::workspace::dist;

/// Builds, weighs and searches the console; each counts as one test.
pub fn run() -> Outcome<Tally> {
    size::run()?;
    let clean = machine_paths::require_none(&dist());
    if let Err(failure) = &clean {
        println!("error: {failure}");
    }
    Ok([Tally::one(true), Tally::one(clean.is_ok())].into_iter().sum())
}
