//! `cargo xtask bench`: measures, and asserts nothing.

use crate::failure::{Failure, Outcome};
use crate::tools::crates;
use crate::workspace::{cargo, root, target};
use crate::{playwright, progress};
use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;

/// Something that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Benchmark {
    /// The emulator: delivery, memory and long lists.
    Emulator,
    /// The connector form: key presses in one with a lot of everything.
    Form,
}

impl Benchmark {
    const ALL: [Self; 2] = [Self::Emulator, Self::Form];

    fn name(self) -> &'static str {
        match self {
            Self::Emulator => "emulator",
            Self::Form => "form",
        }
    }

    fn run(self) -> Outcome {
        match self {
            Self::Emulator => of_package("dt-emulator", self),
            Self::Form => in_browser(self),
        }
    }

    /// The file that takes the results.
    fn json(self) -> Outcome<PathBuf> {
        Ok(target()?.join(format!("bench/{self}.json")))
    }
}

/// Runs one benchmark, or all of them one after the other. Each shows a table and writes `bench/<name>.json` in the folder that
/// cargo builds in.
pub fn run(one: Option<Benchmark>) -> Outcome {
    crates::fetch()?;
    let benchmarks = one.map_or_else(|| Benchmark::ALL.to_vec(), |benchmark| vec![benchmark]);
    benchmarks.into_iter().try_for_each(Benchmark::run)
}

/// A benchmark in the `benches` of a package, built for release.
fn of_package(package: &str, benchmark: Benchmark) -> Outcome {
    let json = benchmark.json()?;
    let bench = || {
        let mut command = Command::new(cargo());
        command.args(["bench", "--locked", "--offline", "--package", package, "--bench", benchmark.name()]);
        command.current_dir(root());
        command
    };
    progress::run(&format!("Building the benchmark {benchmark}"), bench().arg("--no-run"))?;
    measure(bench().arg("--quiet").args(["--", "--json"]).arg(json))
}

/// A benchmark in `tests/e2e/bench`, which is no part of the tests.
fn in_browser(benchmark: Benchmark) -> Outcome {
    let mut playwright = playwright::test()?;
    playwright.args(["--config", "bench", &format!("{benchmark}.bench.ts")]);
    measure(playwright.env("BENCH_JSON", benchmark.json()?))
}

fn measure(command: &mut Command) -> Outcome {
    let (_, success) = progress::show(command)?;
    if success { Ok(()) } else { Err(Failure::shown()) }
}

impl fmt::Display for Benchmark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Benchmark {
    type Err = Failure;

    fn from_str(name: &str) -> Result<Self, Failure> {
        Self::ALL.into_iter().find(|benchmark| benchmark.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Failure::new(format!("There is no benchmark `{name}`. The benchmarks are {names}."))
        })
    }
}
