//! What the program is told when it is started.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Parser;
use dt_emulator::{Seed, Settings};
use jiff::Timestamp;

/// An emulated DT Cloud on this machine: the console's origin and the API's, both on loopback only.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Arguments {
    /// The console's port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,

    /// The API's port; the one after the console's when left out
    #[arg(long)]
    api_port: Option<u16>,

    /// The folder of the built console
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,

    /// What the cloud holds: demo, empty or fleet
    #[arg(long, default_value = "demo", value_name = "NAME")]
    pub seed: Seed,

    /// As strict as DT Cloud: HTTPS endpoints only, the rate limit, no faults and no controls
    #[arg(long)]
    strict: bool,

    /// Serve the API under the console's origin too, as a reverse proxy would
    #[arg(long)]
    pub same_origin: bool,

    /// The time the emulated clock starts at (RFC 3339); now when left out
    #[arg(long, value_name = "TIME")]
    pub start_time: Option<Timestamp>,

    /// A JSON file with settings (docs/emulator-differences.md)
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

impl Arguments {
    /// The API's port; 0 takes a free one.
    pub fn api_port(&self) -> u16 {
        let next = if self.port == 0 { 0 } else { self.port.wrapping_add(1) };
        self.api_port.unwrap_or(next)
    }

    /// The settings in the file, and `--strict`.
    pub fn settings(&self) -> Result<Settings, String> {
        let settings = match &self.settings {
            Some(file) => {
                let text =
                    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
                serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?
            }
            None => Settings::default(),
        };
        Ok(Settings { strict: settings.strict || self.strict, ..settings })
    }

    /// The folder of the built console, when it has one in it.
    pub fn dist(&self) -> Result<Option<&Path>, String> {
        match self.dist.as_deref() {
            Some(dist) if !dist.join("index.html").is_file() => {
                Err(format!("{} has no index.html; build the console first", dist.display()))
            }
            dist => Ok(dist),
        }
    }
}
