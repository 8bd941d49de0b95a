use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{Happening, Simulation, What};
use crate::{
    model::{
        cloud::Cloud,
        device::Device,
        event_data::{EventData, Report},
        history::History,
        table::Table,
    },
    seed::Seed,
    settings::Settings,
    test_cloud::{NOW, TestCloud},
};

/// From `dt-api.md` §5.5.
const SHAPES: &str = r#"
    {"touch":{"updateTime":""}}
    {"temperature":{"value":0,"updateTime":"","samples":[{"value":0,"sampleTime":""}],"isBackfilled":false}}
    {"objectPresent":{"state":"","updateTime":""}}
    {"humidity":{"temperature":0,"relativeHumidity":0,"samples":[{"temperature":0,"relativeHumidity":0,"sampleTime":""}],"isBackfilled":false,"updateTime":""}}
    {"objectPresentCount":{"total":0,"updateTime":""}}
    {"touchCount":{"total":0,"updateTime":""}}
    {"waterPresent":{"state":"","updateTime":""}}
    {"co2":{"ppm":0,"updateTime":""}}
    {"pressure":{"pascal":0,"updateTime":""}}
    {"motion":{"state":"","updateTime":""}}
    {"deskOccupancy":{"state":"","remarks":[],"updateTime":""}}
    {"contact":{"state":"","updateTime":""}}
    {"probeWireStatus":{"state":"","updateTime":""}}
    {"networkStatus":{"signalStrength":0,"rssi":0,"updateTime":"","cloudConnectors":[{"id":"","signalStrength":0,"rssi":0}],"transmissionMode":""}}
    {"batteryStatus":{"percentage":0,"updateTime":""}}
    {"connectionStatus":{"connection":"","available":[],"updateTime":""}}
    {"ethernetStatus":{"macAddress":"","ipAddress":"","errors":[],"updateTime":""}}
    {"cellularStatus":{"signalStrength":0,"errors":[],"updateTime":""}}
"#;

/// Everything that happens in a cloud until there are so many events, one every 20 seconds; it happens before `told`
/// hears of it.
fn live(cloud: &TestCloud, events: u32, mut told: impl FnMut(&Cloud, &Happening)) {
    let mut simulation = Simulation::default();
    let store = &mut *cloud.emulator.store();
    for _ in 0..events {
        store.clock.advance(SignedDuration::from_secs(20));
        let happening = simulation.next(&store.cloud, store.clock.now()).unwrap();
        told(&store.cloud, &happening);
        match happening.what {
            What::Report(report) => {
                let data = EventData::Report(report);
                store.publish(&happening.project, &happening.device, data, &Settings::default()).unwrap();
            }
            What::Label { key, value } => {
                let project = store.cloud.projects.get_mut(&happening.project).unwrap();
                project.devices.get_mut(&happening.device).unwrap().labels.insert(key, value);
            }
        }
    }
}

/// Events of a week.
const WEEK: u32 = 7 * 24 * 60 * 3;

#[test]
fn all_event_types_occur_and_every_type_of_device_speaks() {
    let (mut event_types, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    live(&TestCloud::demo(), WEEK, |cloud, happening| {
        kinds.insert(cloud.projects[&happening.project].devices[&happening.device].kind.clone());
        event_types.insert(match &happening.what {
            What::Report(report) => report.event_type(),
            What::Label { .. } => "labelsChanged",
        });
    });
    assert_eq!(event_types.len(), Report::EVENT_TYPES.len() + 1, "{event_types:?}");
    assert_eq!(kinds.len(), 12, "{kinds:?}");
}

#[test]
fn reports_are_of_the_documented_shapes_and_of_now() {
    let shapes = SHAPES.trim().lines().map(|line| serde_json::from_str::<Value>(line.trim()).unwrap());
    let shapes: BTreeMap<String, BTreeSet<String>> = shapes
        .map(|shape| (shape.as_object().unwrap().keys().next().unwrap().clone(), paths(&shape)))
        .collect();
    let mut now: Timestamp = NOW.parse().unwrap();
    live(&TestCloud::demo(), WEEK, |_, happening| {
        now += SignedDuration::from_secs(20);
        if let What::Report(report) = &happening.what {
            assert_eq!(paths(&json!(report)), shapes[report.event_type()], "{report:?}");
            assert_eq!(report.update_time().0, now);
        }
    });
}

/// The paths of all members.
fn paths(json: &Value) -> BTreeSet<String> {
    match json {
        Value::Object(members) => members
            .iter()
            .flat_map(|(key, value)| {
                let below = paths(value).into_iter().map(move |path| format!("{key}.{path}"));
                [key.clone()].into_iter().chain(below)
            })
            .collect(),
        Value::Array(list) => list.iter().flat_map(paths).collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn values_stay_plausible_for_a_week() {
    live(&TestCloud::demo(), WEEK, |cloud, happening| {
        let What::Report(report) = &happening.what else { return };
        let within = |value: f64, least: f64, greatest: f64| {
            assert!((least..=greatest).contains(&value), "{report:?}");
        };
        match report {
            Report::Temperature(temperature) => {
                let labels = &cloud.projects[&happening.project].devices[&happening.device].labels;
                let (least, greatest) = match labels["name"].split(' ').next().unwrap() {
                    "Freezer" => (-28.0, -12.0),
                    "Fridge" | "Cooler" => (0.5, 9.0),
                    "Roof" => (-5.0, 20.0),
                    _ => (15.0, 29.0),
                };
                within(temperature.value.0, least, greatest);
                assert_eq!(temperature.samples[0].value, temperature.value);
            }
            Report::Humidity(humidity) => {
                within(humidity.temperature.0, 0.5, 29.0);
                within(humidity.relative_humidity.0, 10.0, 80.0);
            }
            Report::Co2(co2) => assert!((400..=1600).contains(&co2.ppm), "{report:?}"),
            Report::Pressure(pressure) => within(pressure.pascal.0, 96_000.0, 104_500.0),
            Report::NetworkStatus(network) => {
                assert!((15..=100).contains(&network.signal_strength) && network.rssi < -25, "{report:?}");
                let heard_by = &network.cloud_connectors[0];
                assert!(cloud.projects[&happening.project].devices[&heard_by.id].is_cloud_connector());
            }
            Report::CellularStatus(cellular) => assert!((15..=100).contains(&cellular.signal_strength)),
            _ => {}
        }
    });
}

#[test]
fn counts_never_fall_batteries_never_fill_and_states_change() {
    let mut sunk = 0;
    live(&TestCloud::demo(), WEEK, |cloud, happening| {
        let What::Report(report) = &happening.what else { return };
        let device = &cloud.projects[&happening.project].devices[&happening.device];
        let last = device.history.reported().find(|last| last.event_type() == report.event_type());
        match (last, report) {
            (Some(Report::ObjectPresentCount(last)), Report::ObjectPresentCount(count))
            | (Some(Report::TouchCount(last)), Report::TouchCount(count)) => {
                assert!(last.total <= count.total);
            }
            (Some(Report::BatteryStatus(last)), Report::BatteryStatus(battery)) => {
                assert!(battery.percentage <= last.percentage);
                sunk += last.percentage - battery.percentage;
            }
            (Some(Report::Contact(last)), Report::Contact(contact)) => assert!(last.state != contact.state),
            (Some(Report::Motion(last)), Report::Motion(motion)) => assert!(last.state != motion.state),
            _ => {}
        }
    });
    assert!((1..100).contains(&sunk), "{sunk}");
}

#[test]
fn people_are_there_in_office_hours() {
    let (mut by_day, mut by_night) = (0, 0);
    let start: Timestamp = "2025-01-06T00:00:00Z".parse().unwrap();
    let mut now = start;
    let cloud = TestCloud::demo();
    cloud.advance(start.duration_since(NOW.parse().unwrap()));
    live(&cloud, WEEK * 5 / 7, |_, happening| {
        now += SignedDuration::from_secs(20);
        if let What::Report(Report::Motion(_) | Report::DeskOccupancy(_)) = happening.what {
            let seconds = now.duration_since(start).as_secs() % (24 * 60 * 60);
            let by = if (7..17).contains(&(seconds / 3600)) { &mut by_day } else { &mut by_night };
            *by += 1;
        }
    });
    assert!(by_day > 8 * by_night, "{by_day} {by_night}");
}

#[test]
fn the_same_happens_in_the_same_cloud() {
    let lived = || {
        let mut happenings = Vec::new();
        live(&TestCloud::demo(), 1000, |_, happening| happenings.push(format!("{happening:?}")));
        happenings
    };
    assert_eq!(lived(), lived());
}

/// Changes every device.
fn change(cloud: &mut Cloud, change: impl Fn(&mut Device)) {
    for project in cloud.projects.keys().cloned().collect::<Vec<_>>() {
        let devices = &mut cloud.projects.get_mut(&project).unwrap().devices;
        for device in devices.keys().cloned().collect::<Vec<_>>() {
            change(devices.get_mut(&device).unwrap());
        }
    }
}

#[test]
fn a_device_that_has_never_told_anything_begins_to() {
    let cloud = TestCloud::demo();
    change(&mut cloud.emulator.store().cloud, |device| device.history = History::default());
    live(&cloud, 5000, |_, _| {});
    let store = cloud.emulator.store();
    let mut devices = store.cloud.projects.values().flat_map(|project| project.devices.values());
    assert!(devices.all(|device| device.history.reported().next().is_some()));
}

#[test]
fn a_sensor_of_an_unknown_type_without_a_cloud_connector_is_heard_by_the_emulated_one() {
    let seed = Seed::Fleet { projects: 1, connectors_per_project: 0, devices_per_project: 2 };
    let cloud = TestCloud::with(Settings::default(), seed);
    change(&mut cloud.emulator.store().cloud, |device| device.kind = "sonar".to_owned());
    let mut heard_by = BTreeSet::new();
    live(&cloud, 100, |_, happening| {
        if let What::Report(Report::NetworkStatus(network)) = &happening.what {
            heard_by.extend(network.cloud_connectors.iter().map(|heard| heard.id.clone()));
        }
    });
    assert_eq!(heard_by, BTreeSet::from(["emulated-ccon".to_owned()]));
}

#[test]
fn projects_without_devices_are_passed_over_and_a_cloud_without_devices_is_silent() {
    let cloud = TestCloud::demo();
    let store = &mut *cloud.emulator.store();
    let (mut simulation, now) = (Simulation::default(), store.clock.now());
    let ids = store.cloud.projects.keys().cloned().collect::<Vec<_>>();
    let (last, others) = ids.split_last().unwrap();
    for id in others {
        store.cloud.projects.get_mut(id).unwrap().devices = Table::default();
    }
    assert!((0..50).all(|_| simulation.next(&store.cloud, now).unwrap().project == *last));
    store.cloud.projects.get_mut(last).unwrap().devices = Table::default();
    assert_eq!(simulation.next(&store.cloud, now), None);
    assert_eq!(simulation.next(&Cloud::default(), now), None);
}
