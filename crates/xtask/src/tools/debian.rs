//! Debian's packages.

use crate::failure::{Failure, Outcome};
use crate::progress;
use std::process::Command;

/// Installs packages where this person may, or says the command that would.
pub fn install(what: &str, packages: &[&str]) -> Outcome {
    let by_hand = || {
        Failure::new(format!("{what} is missing. Install it: sudo apt-get install {}", packages.join(" ")))
    };
    if super::on_path(&["apt-get"]).is_none() {
        return Err(Failure::new(format!(
            "{what} is missing. Install it with your system's package manager."
        )));
    }
    let mut apt = administrator().ok_or_else(by_hand)?;
    // A list that could not be renewed may still do.
    let _ = progress::run("Updating Debian's package lists", apt().args(["update"]));
    let mut install = apt();
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    progress::run(&format!("Installing {what}"), &mut install)
}

/// How to call `apt-get` with the rights it needs, where they can be had without a password.
fn administrator() -> Option<impl FnMut() -> Command> {
    let root = rustix::process::geteuid().is_root();
    if !root {
        progress::ask(Command::new("sudo").args(["-n", "true"]))?;
    }
    Some(move || {
        let mut command = if root { Command::new("env") } else { Command::new("sudo") };
        if !root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    })
}
