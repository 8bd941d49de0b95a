//! A small company's cloud, for people who try the console.

mod bergen;
mod oslo;
mod people;
mod trondheim;

use std::{collections::BTreeMap, time::Duration};

use jiff::Timestamp;

use super::{groundwork, reported};
use crate::{
    model::{
        cloud::Cloud,
        connector::Configuration,
        device::Device,
        history::History,
        id::IdMint,
        outcomes::{Metrics, Outcomes},
        project::Location,
        time::Time,
    },
    origins::Origins,
    settings::Settings,
};

/// A project of the demo.
struct Site {
    name: &'static str,
    latitude: f64,
    longitude: f64,
    devices: &'static [Row],
    connectors: Vec<(Configuration, Metrics)>,
}

/// A device of the demo: type, name, description (often none), floor, room, customer.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

/// Three projects with devices, and Data Connectors of every type and status.
pub fn cloud(settings: &Settings, origins: Origins, now: Timestamp) -> Cloud {
    let mut groundwork = groundwork::lay(now);
    let inbox = |name: &str| {
        if settings.strict {
            format!("https://inbox.example.com/{name}")
        } else {
            format!("{}/inbox/{name}", origins.api())
        }
    };
    for site in
        [oslo::site(&inbox("oslo")), bergen::site(&inbox("bergen")), trondheim::site(&inbox("trondheim"))]
    {
        let devices = site.devices.iter().zip(1..);
        let devices = devices.map(|(row, nth)| {
            let device = device(&mut groundwork.cloud.ids, row);
            let latest = reported::latest(&device, nth * 7, now);
            (device, latest)
        });
        let devices = devices.collect();
        let location = Location {
            latitude: Some(site.latitude),
            longitude: Some(site.longitude),
            time_zone: "Europe/Oslo".to_owned(),
        };
        let project = groundwork.add_project(site.name, location, devices);
        for (configuration, metrics) in site.connectors {
            let outcomes = Outcomes::of_the_past(metrics, now, settings.delivery.metrics_window());
            groundwork.cloud.add_connector(&project, configuration, outcomes);
        }
    }
    people::join(&mut groundwork.cloud, Time(now));
    groundwork.cloud
}

fn device(ids: &mut IdMint, row: &Row) -> Device {
    let &(kind, name, description, floor, room, customer) = row;
    let labels = [
        ("name", name),
        ("description", description),
        ("floor", floor),
        ("room", room),
        ("customer-ID", customer),
    ];
    let given = labels.into_iter().filter(|(_, value)| !value.is_empty());
    Device {
        id: ids.mint(),
        kind: kind.to_owned(),
        product_number: product_number(kind).to_owned(),
        labels: given.map(|(key, value)| (key.to_owned(), value.to_owned())).collect::<BTreeMap<_, _>>(),
        history: History::default(),
    }
}

fn product_number(kind: &str) -> &'static str {
    match kind {
        "ccon" => "102041",
        "temperature" => "102058",
        "humidity" => "102081",
        "co2" => "102524",
        _ => "102101",
    }
}

fn metrics(successes: u64, errors: u64, latency_99p_milliseconds: u64) -> Metrics {
    Metrics { successes, errors, latency_99p: Duration::from_millis(latency_99p_milliseconds) }
}
