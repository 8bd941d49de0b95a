//! Many projects with many Data Connectors, for long lists.

use std::{collections::BTreeMap, time::Duration};

use jiff::Timestamp;

use super::{configuration::pushing, groundwork, reported};
use crate::{
    model::{
        cloud::Cloud,
        connector::{Configuration, Status},
        device::Device,
        event_data::Report,
        history::History,
        outcomes::{Metrics, Outcomes},
        project::Location,
    },
    settings::Settings,
};

const PLACES: [&str; 8] =
    ["Office", "Warehouse", "Hospital", "School", "Hotel", "Cold storage", "Laboratory", "Library"];
const PURPOSES: [&str; 6] = ["Operations", "Analytics", "Alarms", "Cleaning", "Energy", "Archive"];

/// So many projects, each with so many connectors and devices.
pub fn cloud(
    projects: u32,
    connectors_per_project: u32,
    devices_per_project: u32,
    settings: &Settings,
    now: Timestamp,
) -> Cloud {
    let mut groundwork = groundwork::lay(now);
    for number in 1..=projects {
        let place = pick(&PLACES, number);
        let devices = (0..devices_per_project)
            .map(|nth| device(groundwork.cloud.ids.mint(), number + nth, now))
            .collect();
        let location = Location { latitude: None, longitude: None, time_zone: "Europe/Oslo".to_owned() };
        let project = groundwork.add_project(&format!("{place} {number:04}"), location, devices);
        for nth in 1..=connectors_per_project {
            let variant = number + nth;
            let outcomes = Outcomes::of_the_past(metrics(variant), now, settings.delivery.metrics_window());
            groundwork.cloud.add_connector(&project, configuration(number, nth), outcomes);
        }
    }
    groundwork.cloud
}

fn device(id: String, variant: u32, now: Timestamp) -> (Device, Vec<Report>) {
    let kind = pick(&["temperature", "humidity", "proximity", "ccon"], variant);
    let device = Device {
        id,
        kind: kind.to_owned(),
        product_number: "100001".to_owned(),
        labels: BTreeMap::from([("name".to_owned(), format!("Device {variant}"))]),
        history: History::default(),
    };
    let latest = reported::latest(&device, variant, now);
    (device, latest)
}

fn configuration(project: u32, nth: u32) -> Configuration {
    let purpose = pick(&PURPOSES, nth);
    let url = format!("https://{}.example.com/site-{project}/{nth}", purpose.to_lowercase());
    let status = match (project + nth) % 17 {
        0 => Status::SystemDisabled,
        5 => Status::UserDisabled,
        _ => Status::Active,
    };
    Configuration { status, ..pushing(&format!("{purpose} {nth}"), &url) }
}

fn metrics(variant: u32) -> Metrics {
    Metrics {
        successes: u64::from(variant) * 131 % 9000,
        errors: u64::from(variant % 7),
        latency_99p: Duration::from_millis(u64::from(120 + variant * 13 % 700)),
    }
}

fn pick(choices: &[&'static str], variant: u32) -> &'static str {
    choices.iter().cycle().nth(variant as usize % choices.len().max(1)).copied().unwrap_or_default()
}
