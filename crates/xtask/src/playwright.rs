//! Playwright, which drives the deployable build in a real browser, against the emulator.

use crate::failure::{During, Outcome};
use crate::tools::{chromium, node, web_server};
use crate::workspace::{dist, root};
use crate::{build, emulator};
use std::path::PathBuf;
use std::process::Command;

/// The folder of everything that Playwright runs.
pub fn folder() -> PathBuf {
    root().join("tests/e2e")
}

/// A program of the npm packages there, which it installs.
pub fn npm_program(name: &str) -> Outcome<Command> {
    let folder = folder();
    node::install_packages(&folder)?;
    let mut command = Command::new(folder.join("node_modules/.bin").join(name));
    command.current_dir(folder);
    Ok(command)
}

/// `playwright test`, once everything that it needs is installed and built.
pub fn test() -> Outcome<Command> {
    let mut playwright = npm_program("playwright")?;
    let browser = chromium::headless_shell()?;
    build::once()?;
    let emulator = emulator::build()?;
    let xtask = std::env::current_exe().during("this program's path")?;
    playwright.arg("test").env("CHROME", browser).env("DT_EMULATOR", emulator).env("CONSOLE_DIST", dist());
    playwright.env("XTASK", xtask).env("NGINX", web_server::nginx()?).env("CADDY", web_server::caddy()?);
    Ok(playwright)
}
