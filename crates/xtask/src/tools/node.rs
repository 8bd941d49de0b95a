//! Node and its package manager.

use crate::failure::{During, Failure, Outcome};
use crate::progress;
use std::fs;
use std::path::Path;
use std::process::Command;

const OLDEST: u32 = 20;

/// Fails with one line when there is no Node, or an old one.
pub fn require() -> Outcome {
    let version = progress::ask(Command::new("node").arg("--version"))
        .ok_or_else(|| Failure::new(format!("Node is missing. Install Node {OLDEST} or newer with npm.")))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST) {
        return Err(Failure::new(format!(
            "Node {} is too old. Install Node {OLDEST} or newer.",
            version.trim()
        )));
    }
    if super::on_path(&["npm"]).is_none() {
        return Err(Failure::new("npm is missing. Install the npm that comes with Node."));
    }
    Ok(())
}

/// Installs exactly the packages that a folder's `package-lock.json` names, unless they are there.
pub fn install_packages(folder: &Path) -> Outcome {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).during(lock.display())?;
    let installed = folder.join("node_modules/installed-package-lock.json");
    if fs::read(&installed).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    require()?;
    let mut command = npm("ci");
    command.current_dir(folder);
    progress::run("Installing the npm packages of the end-to-end tests", &mut command)?;
    fs::write(&installed, wanted).during(installed.display())
}

/// An npm command that asks nothing and runs no scripts of packages: some would download a browser.
pub fn npm(action: &str) -> Command {
    let mut command = Command::new("npm");
    command.args([action, "--no-audit", "--no-fund", "--ignore-scripts"]);
    // Tries again soon, where the default waits up to a minute.
    command.args(["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=3000"]);
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").env("npm_config_update_notifier", "false");
    command
}
