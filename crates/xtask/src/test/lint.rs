//! Formatting and clippy; each check counts as one test.

use super::tally::Tally;
use crate::failure::Outcome;
use crate::progress;
use crate::tools::{crates, wasm_target};
use crate::workspace::{CONSOLE, cargo, root};
use std::process::Command;

/// Whether every Rust file is formatted.
pub fn format() -> Outcome<Tally> {
    check(&["fmt", "--all", "--check"])
}

/// Clippy over everything for the host, and over the console for WebAssembly.
pub fn clippy() -> Outcome<Tally> {
    wasm_target::require()?;
    crates::fetch()?;
    let deny = ["--all-targets", "--locked", "--offline", "--", "-D", "warnings"];
    let host = check(&[["clippy", "--workspace"].as_slice(), &deny].concat())?;
    let wasm =
        check(&[["clippy", "--package", CONSOLE, "--target", wasm_target::WASM].as_slice(), &deny].concat())?;
    Ok([host, wasm].into_iter().sum())
}

fn check(arguments: &[&str]) -> Outcome<Tally> {
    let (_, success) = progress::show(Command::new(cargo()).args(arguments).current_dir(root()))?;
    Ok(Tally::one(success))
}
