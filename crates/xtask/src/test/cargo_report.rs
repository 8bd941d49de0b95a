//! Reads the counts that the test runners of cargo and wasm-bindgen print.

use super::tally::Tally;

/// The sum of all lines such as `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`.
pub fn tally(output: &str) -> Tally {
    output.lines().filter_map(|line| line.trim().strip_prefix("test result:")).map(counts).sum()
}

fn counts(line: &str) -> Tally {
    let count = |what: &str| {
        line.split([';', '.'])
            .find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok())
            .unwrap_or(0)
    };
    Tally { passed: count("passed"), failed: count("failed"), skipped: count("ignored") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_program_counts() {
        let output = "\
running 3 tests
test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: FAILED. 10 passed; 4 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.20s
";
        assert_eq!(tally(output), Tally { passed: 12, failed: 4, skipped: 1 });
    }

    #[test]
    fn other_lines_do_not_count() {
        assert_eq!(tally("running 3 tests\ntest a ... ok\n3 passed\n"), Tally::default());
    }
}
