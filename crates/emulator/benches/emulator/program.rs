//! The emulator as a running program.

use std::{
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader, Error},
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Outcome, client::Client, process_status::ProcessStatus};

/// A running emulator; it ends when this is dropped.
pub struct Program {
    process: Child,
    api: String,
    /// Its settings, and what it keeps.
    _folder: TempDir,
}

impl Program {
    /// Starts it on free ports with these settings, without any project.
    pub fn start(settings: &Value) -> Outcome<Self> {
        Self::start_in(tempfile::tempdir()?, settings, &[])
    }

    /// The same, and it keeps the cloud in a file.
    pub fn start_keeping(settings: &Value) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("cloud");
        Self::start_in(folder, settings, &["--data".as_ref(), file.as_os_str()])
    }

    fn start_in(folder: TempDir, settings: &Value, arguments: &[&OsStr]) -> Outcome<Self> {
        let file = folder.path().join("settings.json");
        fs::write(&file, settings.to_string())?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_dt-emulator"));
        command.args(["--port", "0", "--seed", "empty", "--settings"]).arg(file).args(arguments);
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let stdout = process.stdout.take();
        let mut program = Self { process, api: String::new(), _folder: folder };
        let mut line = String::new();
        BufReader::new(stdout.ok_or("the emulator has no output")?).read_line(&mut line)?;
        let (_, api) = line.trim().split_once(" api ").ok_or("the emulator did not start")?;
        api.clone_into(&mut program.api);
        Ok(program)
    }

    /// Starts over with a fleet, and gives a developer's client of all its projects.
    pub async fn fill(&self, projects: u32, connectors: u32, devices: u32) -> Outcome<Client> {
        let size = json!({
            "seed": "fleet",
            "projects": projects,
            "connectorsPerProject": connectors,
            "devicesPerProject": devices,
        });
        let client = Client::new(&self.api);
        client.post("/_emulator/reset", &size).await?;
        client.signed_in("project.developer").await
    }

    /// What the system says of the process.
    pub fn status(&self) -> Result<ProcessStatus, Error> {
        ProcessStatus::of(self.process.id())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
