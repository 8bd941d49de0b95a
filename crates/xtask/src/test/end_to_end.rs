//! Journeys through the deployable build in a real browser, against a running emulator.

use super::tally::Tally;
use crate::failure::{During, Failure, Outcome};
use crate::{playwright, progress};
use serde_json::Value;
use std::fs;

/// Type-checks the specs, which counts as one test, and runs them.
pub fn run() -> Outcome<Tally> {
    let (_, typed) = progress::show(playwright::npm_program("tsc")?.arg("--noEmit"))?;
    let (_, success) = progress::show(&mut playwright::test()?)?;
    let report = playwright::folder().join("test-results/report.json");
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
