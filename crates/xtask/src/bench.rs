//! `cargo xtask bench`: measures, and asserts nothing.

use crate::failure::{Failure, Outcome};
use crate::progress;
use crate::tools::crates;
use crate::workspace::{cargo, root, target};
use std::fmt;
use std::process::Command;
use std::str::FromStr;

/// Something that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Benchmark {
    /// The emulator: delivery, memory and long lists.
    Emulator,
}

impl Benchmark {
    const ALL: [Self; 1] = [Self::Emulator];

    fn name(self) -> &'static str {
        match self {
            Self::Emulator => "emulator",
        }
    }

    fn run(self) -> Outcome {
        match self {
            Self::Emulator => of_package("dt-emulator", self),
        }
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
    let json = target()?.join(format!("bench/{benchmark}.json"));
    let bench = || {
        let mut command = Command::new(cargo());
        command.args(["bench", "--locked", "--offline", "--package", package, "--bench", benchmark.name()]);
        command.current_dir(root());
        command
    };
    progress::run(&format!("Building the benchmark {benchmark}"), bench().arg("--no-run"))?;
    let (_, success) = progress::show(bench().arg("--quiet").args(["--", "--json"]).arg(json))?;
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
