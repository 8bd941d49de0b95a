//! A Python with the packages that the client tests need.

use super::{cache, debian, on_path};
use crate::failure::{During, Outcome};
use crate::progress;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The interpreter of a virtual environment that holds exactly what `requirements` names.
pub fn with_packages(requirements: &Path) -> Outcome<PathBuf> {
    let wanted = fs::read(requirements).during(requirements.display())?;
    let folder = cache::tool("python", &cache::key(&wanted), |folder| {
        if on_path(&["python3"]).is_none() {
            debian::install("Python", &["python3", "python3-venv"])?;
        }
        if create(folder).is_none() {
            // Debian's Python comes without the module that makes environments.
            debian::install("Python's venv", &["python3-venv"])?;
            progress::run("Making a Python environment", &mut environment(folder))?;
        }
        let mut install = Command::new(folder.join("bin/python"));
        install
            .args(["-m", "pip", "install", "--disable-pip-version-check"])
            // Only what has the hashes named there, and nothing that would run code of its own to be installed.
            .args(["--require-hashes", "--only-binary", ":all:", "--requirement"])
            .arg(requirements);
        progress::run("Installing the Python packages of the client tests", &mut install)
    })?;
    Ok(folder.join("bin/python"))
}

fn environment(folder: &Path) -> Command {
    let mut command = Command::new("python3");
    command.args(["-m", "venv", "--clear"]).arg(folder);
    command
}

fn create(folder: &Path) -> Option<String> {
    progress::ask(&mut environment(folder))
}
