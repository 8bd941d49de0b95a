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

    /// How many events the devices tell on their own in a second, all together; without it they are silent
    #[arg(long, value_name = "N", value_parser = positive)]
    events_per_second: Option<f64>,

    /// The time the emulated clock starts at (RFC 3339); now when left out
    #[arg(long, value_name = "TIME")]
    pub start_time: Option<Timestamp>,

    /// The file the cloud is kept in, so that it survives restarts; made when it is not there. What it holds goes before --seed
    #[arg(long, value_name = "FILE")]
    pub data: Option<PathBuf>,

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

    /// The settings in the file, and those that are arguments.
    pub fn settings(&self) -> Result<Settings, String> {
        let settings = match &self.settings {
            Some(file) => {
                let text =
                    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
                serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?
            }
            None => Settings::default(),
        };
        Ok(Settings {
            strict: settings.strict || self.strict,
            events_per_second: self.events_per_second.unwrap_or(settings.events_per_second),
            ..settings
        })
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

fn positive(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|error| format!("{error}"))?;
    if number.is_finite() && number > 0.0 { Ok(number) } else { Err("must be more than 0".to_owned()) }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::Arguments;

    fn events_per_second(arguments: &[&str]) -> Option<f64> {
        let arguments = Arguments::try_parse_from([&["dt-emulator"], arguments].concat()).ok()?;
        Some(arguments.settings().unwrap().events_per_second)
    }

    #[test]
    fn devices_tell_as_much_as_is_asked_for_and_nothing_by_default() {
        assert_eq!(events_per_second(&[]), Some(0.0));
        assert_eq!(events_per_second(&["--events-per-second", "2.5"]), Some(2.5));
    }

    #[test]
    fn events_in_a_second_must_be_a_positive_number() {
        for number in ["0", "-1", "inf", "nan", "often", ""] {
            assert_eq!(events_per_second(&[&format!("--events-per-second={number}")]), None, "{number}");
        }
    }
}
