//! The emulated DT Cloud as a running program.

use crate::failure::{During, Failure, Outcome};
use crate::process::Process;
use crate::tools::crates;
use crate::workspace::{cargo, root, target};
use crate::{http, progress};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// Builds the emulator and gives the program.
pub fn build() -> Outcome<PathBuf> {
    crates::fetch()?;
    let mut command = Command::new(cargo());
    // With the workspace's features, so that the tests reuse what is built here and the other way round.
    command.args(["build", "--locked", "--workspace", "--bin", "dt-emulator"]).current_dir(root());
    progress::run("Building the emulator", &mut command)?;
    Ok(target()?.join("debug/dt-emulator"))
}

/// How much the demo's devices tell: enough to see something happen, slowly enough to follow.
const EVENTS_PER_SECOND: &str = "1";

/// A running emulator; it ends when this is dropped.
pub struct Emulator {
    process: Process,
    /// The console's origin.
    pub console: String,
    /// The API's origin.
    pub api: String,
}

impl Emulator {
    /// Starts the emulator on these ports with the demo fleet, serving the console's files where there are some.
    pub fn start(program: &Path, port: u16, api_port: u16, dist: Option<&Path>) -> Outcome<Self> {
        let mut command = Command::new(program);
        command.args(["--port", &port.to_string(), "--api-port", &api_port.to_string(), "--seed", "demo"]);
        command.args(["--events-per-second", EVENTS_PER_SECOND]);
        if let Some(dist) = dist {
            command.arg("--dist").arg(dist);
        }
        let process = Process::start(command.stdout(Stdio::piped()))?;
        let stdout = process.take_stdout().ok_or_else(|| Failure::new("The emulator has no output."))?;
        let mut lines = BufReader::new(stdout).lines();
        let first = lines.next().transpose().during("The emulator's output")?.unwrap_or_default();
        let (console, api) = origins(&first).ok_or_else(|| Failure::new("The emulator did not start."))?;
        let emulator = Self { process, console: console.to_owned(), api: api.to_owned() };
        thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
        Ok(emulator)
    }

    /// Shows the demo service accounts to sign in with.
    pub fn show_accounts(&self) -> Outcome {
        let text = http::get(&format!("{}/_emulator/accounts", self.api))?;
        let accounts: Vec<Value> = serde_json::from_str(&text).during("The emulator's accounts")?;
        println!("Demo service accounts:");
        for account in accounts {
            let field = |name| account.get(name).and_then(Value::as_str).unwrap_or("–");
            let basic = account.get("basicAuth").and_then(Value::as_bool).unwrap_or(false);
            println!("  {}{}", field("role"), if basic { " (also by Basic auth)" } else { "" });
            println!("    key ID  {}", field("keyId"));
            println!("    secret  {}", field("secret"));
            println!("    email   {}", field("email"));
        }
        Ok(())
    }

    /// Waits until the emulator ends, which it does not do by itself.
    pub fn wait(&self) -> Outcome {
        let status = self.process.wait()?;
        Err(Failure::new(format!("The emulator ended ({status}).")))
    }
}

/// Reads `console http://localhost:8080 api http://localhost:8081`.
fn origins(line: &str) -> Option<(&str, &str)> {
    line.trim().strip_prefix("console ")?.split_once(" api ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_names_both_origins() {
        let line = "console http://localhost:8080 api http://localhost:8081";
        assert_eq!(origins(line), Some(("http://localhost:8080", "http://localhost:8081")));
        assert_eq!(origins("error: port taken"), None);
    }
}
