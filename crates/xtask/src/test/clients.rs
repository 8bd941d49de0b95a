//! DT's own Python package drives the emulator, and so does the code that the console makes.

use super::tally::Tally;
use crate::emulator;
use crate::failure::{During, Failure, Outcome};
use crate::progress;
use crate::tools::{curl, python};
use crate::workspace::{cargo, root, target};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs `tests/clients`.
pub fn run() -> Outcome<Tally> {
    let folder = root().join("tests/clients");
    let python = python::with_packages(&folder.join("requirements.txt"))?;
    let emulator = emulator::build()?;
    build_printer()?;
    curl::provide()?;
    let report = target()?.join("clients.xml");
    remove(&report)?;
    let mut pytest = Command::new(python);
    pytest
        .args(["-m", "pytest", "-p", "no:cacheprovider", "--junitxml"])
        .arg(&report)
        .current_dir(folder)
        .env("DT_EMULATOR", emulator)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let (_, success) = progress::show(&mut pytest)?;
    let xml = fs::read_to_string(&report).during(report.display())?;
    Ok(tally(&xml)?.of_run(success))
}

/// Builds the program that prints the console's code; the tests find it beside the emulator.
fn build_printer() -> Outcome {
    let mut command = Command::new(cargo());
    command.args(["build", "--locked", "--workspace", "--example", "generated_code"]).current_dir(root());
    progress::run("Building the printer of code", &mut command)
}

fn remove(report: &Path) -> Outcome {
    match fs::remove_file(report) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error).during(report.display()),
        _ => Ok(()),
    }
}

/// Reads the counts of a `JUnit` report with one suite.
fn tally(xml: &str) -> Outcome<Tally> {
    let suite = xml
        .split_once("<testsuite ")
        .and_then(|(_, rest)| rest.split_once('>'))
        .map(|(attributes, _)| attributes);
    let count = |name: &str| {
        let (_, rest) = suite?.split_once(&format!("{name}=\""))?;
        rest.split_once('"')?.0.parse::<usize>().ok()
    };
    let counts = || {
        let (failed, skipped) = (count("failures")? + count("errors")?, count("skipped")?);
        Some(Tally { passed: count("tests")?.checked_sub(failed + skipped)?, failed, skipped })
    };
    counts().ok_or_else(|| Failure::new("pytest's report has no counts."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_of_pytest_is_read() {
        let xml = r#"<?xml version="1.0"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="0.1"><testcase/></testsuite></testsuites>"#;
        assert_eq!(tally(xml), Ok(Tally { passed: 4, failed: 3, skipped: 3 }));
    }

    #[test]
    fn a_report_without_counts_is_an_error() {
        assert!(tally("<testsuites/>").is_err());
    }
}
