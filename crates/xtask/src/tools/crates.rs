//! The crates that the workspace depends on, so that every later step can run without the network.

use crate::failure::Outcome;
use crate::progress;
use crate::workspace::{cargo, root};
use std::process::Command;

/// Downloads the crates that `Cargo.lock` names and that are not there.
pub fn fetch() -> Outcome {
    let mut fetch = Command::new(cargo());
    fetch.args(["fetch", "--locked"]).current_dir(root());
    let mut offline = Command::new(cargo());
    offline.args(["fetch", "--locked", "--offline"]).current_dir(root());
    match progress::ask(&mut offline) {
        Some(_) => Ok(()),
        None => progress::run("Downloading crates", &mut fetch),
    }
}
