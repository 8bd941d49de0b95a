//! The console's parts mounted in headless Chromium.

use super::cargo_report;
use super::tally::Tally;
use crate::failure::Outcome;
use crate::progress;
use crate::tools::{cargo_tool, chromium, crates, put_on_path, wasm_target};
use crate::workspace::{CONSOLE, cargo, root};
use std::process::Command;

/// Seconds that one test program may take on a slow machine.
const TIMEOUT: &str = "300";

/// Runs `tests/web_*.rs` and the unit tests that are written for a browser.
pub fn run() -> Outcome<Tally> {
    wasm_target::require()?;
    crates::fetch()?;
    chromium::browser()?;
    let mut test = Command::new(cargo());
    put_on_path(&mut test, [cargo_tool::wasm_bindgen()?])?;
    test.args(["test", "--package", CONSOLE, "--target", wasm_target::WASM, "--lib", "--tests"])
        .args(["--no-fail-fast", "--locked", "--offline"])
        .current_dir(root())
        .env("CHROMEDRIVER", chromium::driver()?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT);
    let (output, success) = progress::show(&mut test)?;
    Ok(cargo_report::tally(&output).of_run(success))
}
