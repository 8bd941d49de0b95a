//! What the crates are and where they come from, by `deny.toml`; each check counts as one test.

use super::tally::Tally;
use crate::failure::Outcome;
use crate::progress;
use crate::tools::{cargo_tool, crates};
use crate::workspace::root;
use std::path::Path;
use std::process::Command;

/// Checks every crate of `Cargo.lock`, for every target.
pub fn run() -> Outcome<Tally> {
    crates::fetch()?;
    let program = cargo_tool::cargo_deny()?.join("cargo-deny");
    let checks = ["bans", "licenses", "sources"].map(|what| check(&program, what));
    let tallies = checks.into_iter().chain([advisories(&program)]);
    Ok(tallies.collect::<Outcome<Vec<_>>>()?.into_iter().sum())
}

fn check(program: &Path, what: &str) -> Outcome<Tally> {
    let (_, success) = progress::show(cargo_deny(program).args(["--offline", "check", what]))?;
    Ok(Tally::one(success))
}

/// Known vulnerabilities are told by a database on the network, without which nothing is known, good or bad.
fn advisories(program: &Path) -> Outcome<Tally> {
    if progress::ask(cargo_deny(program).args(["fetch", "db"])).is_none() {
        println!("advisories not checked: their database is out of reach");
        return Ok(Tally { skipped: 1, ..Tally::default() });
    }
    check(program, "advisories")
}

fn cargo_deny(program: &Path) -> Command {
    let mut command = Command::new(program);
    // The package at the top is one of several.
    command.args(["--workspace", "--locked"]).current_dir(root());
    // Asked for a password, git would wait for ever.
    command.env("GIT_TERMINAL_PROMPT", "0");
    command
}
