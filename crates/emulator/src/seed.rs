//! What the emulated cloud holds at the start: the same ids, names and secrets on every run.

mod configuration;
mod demo;
mod fleet;
mod groundwork;
mod reported;

use std::str::FromStr;

use jiff::Timestamp;

use crate::{model::cloud::Cloud, origins::Origins, settings::Settings};

/// What the emulated cloud holds at the start. Every seed has the same organization and service accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// Three projects with devices and Data Connectors of every type and status.
    Demo,
    /// No project.
    Empty,
    /// Many projects, for long lists.
    Fleet {
        /// How many projects.
        projects: u32,
        /// How many Data Connectors each has; DT Cloud's own limit does not hold here.
        connectors_per_project: u32,
        /// How many devices each has.
        devices_per_project: u32,
    },
}

impl Seed {
    pub(crate) fn cloud(self, settings: &Settings, origins: Origins, now: Timestamp) -> Cloud {
        match self {
            Self::Demo => demo::cloud(settings, origins, now),
            Self::Empty => groundwork::lay(now).cloud,
            Self::Fleet { projects, connectors_per_project, devices_per_project } => {
                fleet::cloud(projects, connectors_per_project, devices_per_project, settings, now)
            }
        }
    }
}

impl FromStr for Seed {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "demo" => Ok(Self::Demo),
            "empty" => Ok(Self::Empty),
            "fleet" => Ok(Self::Fleet { projects: 100, connectors_per_project: 5, devices_per_project: 2 }),
            _ => Err(format!("no seed is named {name}; there are demo, empty and fleet")),
        }
    }
}

#[cfg(test)]
mod tests;
