//! How many tests passed.

use super::Suite;
use std::fmt;
use std::iter::Sum;

/// Counts of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that held.
    pub passed: usize,
    /// Tests that did not hold or could not run.
    pub failed: usize,
    /// Tests that were left out.
    pub skipped: usize,
}

impl Tally {
    /// A check that counts as one test.
    pub fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), skipped: 0 }
    }

    /// The counts of a runner that also says by its exit status whether all went well. A runner that failed without
    /// naming a failed test (it did not compile, it crashed), or that ran none, counts as one failure.
    pub fn of_run(self, success: bool) -> Self {
        let silent = self.failed == 0 && (!success || self.passed == 0);
        Self { failed: self.failed + usize::from(silent), ..self }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, tally| Self {
            passed: sum.passed + tally.passed,
            failed: sum.failed + tally.failed,
            skipped: sum.skipped + tally.skipped,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// What a suite gave.
pub struct Report {
    /// The suite.
    pub suite: Suite,
    /// Its counts.
    pub tally: Tally,
    /// How long it took, with what it built.
    pub seconds: u64,
}

/// The reports, a line each under a heading.
pub fn table(reports: &[Report]) -> String {
    let mut lines =
        vec![format!("{:8} {:>7} {:>7} {:>8} {:>8}", "suite", "passed", "failed", "skipped", "seconds")];
    lines.extend(reports.iter().map(|Report { suite, tally, seconds }| {
        format!("{suite:8} {:>7} {:>7} {:>8} {seconds:>8}", tally.passed, tally.failed, tally.skipped)
    }));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_sums_the_suites() {
        let one = Tally { passed: 3, failed: 1, skipped: 2 };
        let sum = [one, Tally::one(true), Tally::one(false)].into_iter().sum::<Tally>();
        assert_eq!(sum.to_string(), "4 passed, 2 failed, 2 skipped");
    }

    #[test]
    fn a_runner_that_failed_without_a_failed_test_counts_as_one_failure() {
        let passed = Tally { passed: 3, ..Tally::default() };
        assert_eq!(passed.of_run(true).failed, 0);
        assert_eq!(passed.of_run(false).failed, 1);
        let failed = Tally { failed: 2, ..passed };
        assert_eq!(failed.of_run(false).failed, 2);
    }

    #[test]
    fn a_run_without_a_test_is_a_failure() {
        assert_eq!(Tally::default().of_run(true).failed, 1);
    }
}
