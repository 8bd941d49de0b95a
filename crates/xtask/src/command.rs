//! What can be asked of `cargo xtask`.

use crate::bench::Benchmark;
use crate::deploy::Deploy;
use crate::failure::{Failure, Outcome};
use crate::test::Suite;
use crate::{bench, build, deploy, dev, fuzz, reproduce, size, soak, start, test};
use std::time::Duration;

const HELP: &str = "\
cargo xtask <command>

  start [--port 8080] [--open]   build the console and serve it beside an emulated DT Cloud on port + 1
  dev   [--port 8080] [--open]   the same, rebuilt and reloaded on save
  test  [SUITE]                  every test, or one suite: fmt, clippy, deny, native, browser, size, clients,
                                 e2e
  bench [BENCHMARK]              every benchmark, or one: emulator, form
  fuzz  [SECONDS]                made-up input for everything that reads, for 600 s unless told otherwise
  soak                           an hour of use, after which the page must hold no more than before
  build                          the deployable files in dist/
  reproduce                      builds them again somewhere else, and compares
  deploy                         the files in deploy/, which tell hosts how to serve dist/
  deploy nginx|caddy --variant V --port N --root DIR --upstream ORIGIN --into DIR
                                 the same for a web server on this machine, in clear, with ORIGIN for DT Cloud
  size                           what the first screen loads, against the budget

Each command installs what it misses.";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Show what can be asked.
    Help,
    /// Serve the release build.
    Start(Serving),
    /// Serve a debug build that follows the sources.
    Dev(Serving),
    /// Run every suite, or one.
    Test(Option<Suite>),
    /// Run every benchmark, or one.
    Bench(Option<Benchmark>),
    /// Make up input for this long.
    Fuzz(Duration),
    /// Use the console for an hour that passes in minutes.
    Soak,
    /// Write `dist/`.
    Build,
    /// Write it twice, and compare.
    Reproduce,
    /// Write `deploy/`, or what one web server on this machine needs.
    Deploy(Deploy),
    /// Weigh the first screen.
    Size,
    /// Stand in for wasm-bindgen, with these arguments; the release build calls it.
    Split(Vec<String>),
}

/// Where to serve the console.
#[derive(Debug, PartialEq, Eq)]
pub struct Serving {
    /// The console's port; the API takes the next one.
    pub port: u16,
    /// Whether to open the browser.
    pub open: bool,
}

impl Command {
    /// Does what was asked.
    pub fn run(self) -> Outcome {
        match self {
            Self::Help => {
                println!("{HELP}");
                Ok(())
            }
            Self::Start(serving) => start::run(&serving),
            Self::Dev(serving) => dev::run(&serving),
            Self::Test(suite) => test::run(suite),
            Self::Bench(benchmark) => bench::run(benchmark),
            Self::Fuzz(time) => fuzz::run(time),
            Self::Soak => soak::run(),
            Self::Build => build::run().map(drop),
            Self::Reproduce => reproduce::run(),
            Self::Deploy(deploy) => deploy.run(),
            Self::Size => size::run(),
            Self::Split(arguments) => build::split::run(&arguments),
        }
    }
}

/// Reads the arguments that follow `cargo xtask`.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Outcome<Command> {
    let mut arguments = arguments.into_iter();
    let Some(name) = arguments.next() else {
        return Ok(Command::Help);
    };
    let command = match name.as_str() {
        "start" => Command::Start(serving(&mut arguments)?),
        "dev" => Command::Dev(serving(&mut arguments)?),
        "test" => Command::Test(arguments.next().map(|suite| suite.parse()).transpose()?),
        "bench" => Command::Bench(arguments.next().map(|benchmark| benchmark.parse()).transpose()?),
        "fuzz" => Command::Fuzz(seconds(arguments.next().as_deref())?),
        "soak" => Command::Soak,
        "build" => Command::Build,
        "reproduce" => Command::Reproduce,
        "deploy" => Command::Deploy(deploy::parse(&arguments.by_ref().collect::<Vec<_>>())?),
        "size" => Command::Size,
        "split" => Command::Split(arguments.by_ref().collect()),
        "help" | "--help" | "-h" => return Ok(Command::Help),
        unknown => {
            return Err(Failure::new(format!(
                "There is no command `{unknown}`. `cargo xtask help` lists them."
            )));
        }
    };
    arguments.next().map_or(Ok(command), |extra| Err(not_understood(&name, &extra)))
}

fn serving(arguments: &mut impl Iterator<Item = String>) -> Outcome<Serving> {
    let mut serving = Serving { port: 8080, open: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--open" => serving.open = true,
            "--port" => serving.port = port(arguments.next().as_deref())?,
            other => match other.strip_prefix("--port=") {
                Some(value) => serving.port = port(Some(value))?,
                None => return Err(not_understood("start` and `dev", other)),
            },
        }
    }
    Ok(serving)
}

fn port(value: Option<&str>) -> Outcome<u16> {
    value
        .and_then(|text| text.parse().ok())
        .filter(|port| (1..=65533).contains(port))
        .ok_or_else(|| Failure::new("--port wants a number from 1 to 65533."))
}

fn seconds(value: Option<&str>) -> Outcome<Duration> {
    let seconds = value.map_or(Ok(600), str::parse);
    seconds.map(Duration::from_secs).map_err(|_| Failure::new("`fuzz` wants a number of seconds."))
}

fn not_understood(command: &str, argument: &str) -> Failure {
    Failure::new(format!("`{command}` does not take `{argument}`. `cargo xtask help` says what it takes."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Outcome<Command> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn start_serves_on_8080_unless_told_otherwise() {
        assert_eq!(parsed("start"), Ok(Command::Start(Serving { port: 8080, open: false })));
        assert_eq!(
            parsed("start --port 9000 --open"),
            Ok(Command::Start(Serving { port: 9000, open: true }))
        );
        assert_eq!(parsed("dev --port=9000"), Ok(Command::Dev(Serving { port: 9000, open: false })));
    }

    #[test]
    fn a_port_without_room_for_the_next_ones_is_refused() {
        for bad in ["0", "65534", "-1", "http", ""] {
            assert!(parsed(&format!("start --port {bad}")).is_err(), "{bad}");
        }
    }

    #[test]
    fn test_takes_one_suite() {
        assert_eq!(parsed("test"), Ok(Command::Test(None)));
        assert_eq!(parsed("test e2e"), Ok(Command::Test(Some(Suite::EndToEnd))));
        assert!(parsed("test everything").is_err());
        assert!(parsed("test fmt e2e").is_err());
    }

    #[test]
    fn bench_takes_one_benchmark() {
        assert_eq!(parsed("bench"), Ok(Command::Bench(None)));
        assert_eq!(parsed("bench emulator"), Ok(Command::Bench(Some(Benchmark::Emulator))));
        assert_eq!(parsed("bench form"), Ok(Command::Bench(Some(Benchmark::Form))));
        assert!(parsed("bench everything").is_err());
    }

    #[test]
    fn fuzz_takes_its_time() {
        assert_eq!(parsed("fuzz"), Ok(Command::Fuzz(Duration::from_mins(10))));
        assert_eq!(parsed("fuzz 30"), Ok(Command::Fuzz(Duration::from_secs(30))));
        assert!(parsed("fuzz forever").is_err());
    }

    #[test]
    fn an_unknown_command_or_argument_is_refused() {
        assert!(parsed("serve").is_err());
        assert!(parsed("build --fast").is_err());
        assert!(parsed("start --prot 1").is_err());
    }

    #[test]
    fn no_command_shows_the_help() {
        assert_eq!(parsed(""), Ok(Command::Help));
        assert_eq!(parsed("--help"), Ok(Command::Help));
    }
}
