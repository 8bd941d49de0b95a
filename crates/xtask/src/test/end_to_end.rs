//! Journeys through the deployable build in a real browser, against a running emulator.

use super::tally::Tally;
use crate::failure::{During, Failure, Outcome};
use crate::tools::{chromium, node};
use crate::workspace::{dist, root};
use crate::{build, emulator, progress};
use serde_json::Value;
use std::fs;
use std::process::Command;

/// Type-checks the specs, which counts as one test, and runs them.
pub fn run() -> Outcome<Tally> {
    let folder = root().join("tests/e2e");
    node::install_packages(&folder)?;
    let programs = folder.join("node_modules/.bin");
    let (_, typed) = progress::show(Command::new(programs.join("tsc")).arg("--noEmit").current_dir(&folder))?;
    let browser = chromium::headless_shell()?;
    build::once()?;
    let emulator = emulator::build()?;
    let report = folder.join("test-results/report.json");
    let mut playwright = Command::new(programs.join("playwright"));
    playwright
        .arg("test")
        .current_dir(&folder)
        .env("CHROME", browser)
        .env("DT_EMULATOR", emulator)
        .env("CONSOLE_DIST", dist());
    let (_, success) = progress::show(&mut playwright)?;
    let text = fs::read_to_string(&report).during(report.display())?;
    Ok([Tally::one(typed), tally(&text)?.of_run(success)].into_iter().sum())
}

/// Reads the counts of Playwright's JSON report. A test that passed only when tried again has failed.
fn tally(text: &str) -> Outcome<Tally> {
    let report: Value = serde_json::from_str(text).during("Playwright's report")?;
    let count = |name| report.get("stats")?.get(name)?.as_u64()?.try_into().ok();
    let counts = || {
        Some(Tally {
            passed: count("expected")?,
            failed: usize::checked_add(count("unexpected")?, count("flaky")?)?,
            skipped: count("skipped")?,
        })
    };
    counts().ok_or_else(|| Failure::new("Playwright's report has no counts."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_of_playwright_is_read() {
        let text =
            r#"{"stats": {"expected": 5, "unexpected": 1, "flaky": 2, "skipped": 3, "duration": 1.5}}"#;
        assert_eq!(tally(text), Ok(Tally { passed: 5, failed: 3, skipped: 3 }));
        assert!(tally("{}").is_err());
    }
}
