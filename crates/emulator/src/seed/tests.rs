use std::collections::BTreeSet;

use serde_json::Value;

use super::Seed;
use crate::{
    model::cloud::Cloud,
    settings::Settings,
    test_cloud::TestCloud,
    wire::{body, connector::Connector},
};

/// Every connector of a cloud, as it is answered.
async fn connectors(cloud: &TestCloud) -> Vec<Value> {
    let admin = cloud.organization_admin();
    let projects = admin.get("/v2/projects").await.json["projects"].take();
    let mut connectors = Vec::new();
    for project in projects.as_array().unwrap() {
        let path = format!("/v2/{}/dataconnectors", project["name"].as_str().unwrap());
        let list = admin.get(&path).await.json["dataConnectors"].take();
        connectors.extend(list.as_array().unwrap().clone());
    }
    connectors
}

fn values<'a>(connectors: &'a [Value], member: &str) -> BTreeSet<&'a str> {
    connectors.iter().map(|connector| connector[member].as_str().unwrap()).collect()
}

fn sizes(cloud: &Cloud) -> Vec<(usize, usize)> {
    cloud.projects.values().map(|project| (project.devices.len(), project.connectors.len())).collect()
}

#[tokio::test]
async fn the_demo_has_connectors_of_every_type_and_status() {
    let cloud = TestCloud::demo();
    let connectors = connectors(&cloud).await;
    let types = ["AWS_SQS", "AZURE_EVENT_HUB", "AZURE_SERVICE_BUS", "GOOGLE_CLOUD_PUBSUB", "HTTP_PUSH"];
    assert_eq!(values(&connectors, "type"), BTreeSet::from(types));
    assert_eq!(values(&connectors, "status"), BTreeSet::from(["ACTIVE", "SYSTEM_DISABLED", "USER_DISABLED"]));
    let store = cloud.emulator.store();
    for (devices, connectors) in sizes(&store.cloud) {
        assert!((15..=25).contains(&devices) && (2..=9).contains(&connectors), "{devices} {connectors}");
    }
}

#[tokio::test]
async fn what_the_demo_has_could_have_been_sent() {
    for strict in [false, true] {
        let settings = Settings { strict, ..Settings::default() };
        let cloud = TestCloud::with(settings.clone(), Seed::Demo);
        for mut connector in connectors(&cloud).await {
            if connector["status"] == "SYSTEM_DISABLED" {
                connector["status"] = "ACTIVE".into();
            }
            let connector: Connector = body::read(connector).unwrap();
            connector.validated(None, &settings).unwrap();
        }
    }
}

#[test]
fn two_runs_make_the_same_cloud() {
    let fleet = Seed::Fleet { projects: 5, connectors_per_project: 3, devices_per_project: 2 };
    for seed in [Seed::Demo, Seed::Empty, fleet] {
        let (one, other) =
            (TestCloud::with(Settings::default(), seed), TestCloud::with(Settings::default(), seed));
        let (one, other) = (one.emulator.store(), other.emulator.store());
        assert_eq!(format!("{:?}", one.cloud), format!("{:?}", other.cloud));
    }
}

#[test]
fn seeds_go_by_their_names() {
    assert_eq!("demo".parse(), Ok(Seed::Demo));
    assert_eq!("empty".parse(), Ok(Seed::Empty));
    assert!(matches!("fleet".parse(), Ok(Seed::Fleet { .. })));
    assert!("dream".parse::<Seed>().is_err());
}
