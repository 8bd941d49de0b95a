//! Debian's packages.

use crate::failure::{During, Failure, Outcome};
use crate::progress;
use std::fs;
use std::path::Path;
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

/// Unpacks packages into a folder without installing them or what they depend on, which needs no rights.
pub fn unpack(what: &str, packages: &[&str], folder: &Path) -> Outcome {
    if super::on_path(&["apt-get"]).is_none() {
        return Err(Failure::new(format!("{what} is missing, and only Debian's can be had here.")));
    }
    let download = || {
        let mut command = Command::new("apt-get");
        command.arg("download").args(packages).current_dir(folder);
        command
    };
    let what = format!("Downloading {what}");
    if progress::run(&what, &mut download()).is_err() {
        // Without package lists, or with old ones.
        if let Some(mut apt) = administrator() {
            progress::run("Updating Debian's package lists", apt().arg("update"))?;
        }
        progress::run(&what, &mut download())?;
    }
    let downloaded: Vec<_> = fs::read_dir(folder).during(folder.display())?.collect();
    for entry in downloaded {
        let archive = entry.during(folder.display())?.path();
        progress::run("Unpacking", Command::new("dpkg").arg("-x").arg(&archive).arg(folder))?;
        fs::remove_file(&archive).during(archive.display())?;
    }
    Ok(())
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
