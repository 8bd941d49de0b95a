//! Every wire sample decodes to what it says, and a connector's is written back as it came.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use dt_api::{
    Config, Connector, ConnectorKind, Device, EventType, HttpPush, Metrics, Project, ProjectId, Status,
};
use serde_json::Value;

fn sample(name: &str) -> Value {
    let path = format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn connector(name: &str) -> Connector {
    Connector::from_json(&sample(name)).unwrap()
}

#[test]
fn every_connector_is_written_back_as_it_came() {
    let kinds =
        ["http_push", "http_push_plain", "azure_service_bus", "azure_event_hub", "google_cloud_pubsub"];
    for kind in kinds.into_iter().chain(["aws_sqs", "unknown_type"]) {
        let name = format!("connector_{kind}");
        assert_eq!(connector(&name).to_json(), sample(&name), "{name}");
    }
}

#[test]
fn every_connector_of_a_known_type_is_understood_in_full() {
    for kind in ConnectorKind::KNOWN {
        let connector = connector(&format!("connector_{}", kind.as_str().to_lowercase()));
        assert_eq!(connector.config.kind(), kind);
        assert!(connector.config.field().is_some(), "{connector:?}");
        assert!(connector.extra.0.is_empty(), "{connector:?}");
    }
}

#[test]
fn an_http_push_connector_has_all_its_parts() {
    let connector = connector("connector_http_push");
    assert_eq!(
        connector.name.to_string(),
        "projects/c8s1k3ot5vq0a7e2hn40/dataconnectors/c8s2b7gq3k5g02mtj1p0"
    );
    assert_eq!(connector.display_name, "Building operations");
    assert_eq!(connector.status, Status::Active);
    assert_eq!(connector.events, [EventType::Temperature, EventType::Humidity, EventType::NetworkStatus]);
    assert_eq!(connector.labels, ["name", "floor"]);
    let Config::HttpPush(HttpPush { url, signature_secret, headers, .. }) = connector.config else {
        panic!("not understood as HTTP_PUSH");
    };
    assert_eq!(url, "https://ops.example.com/dt/events?site=oslo");
    assert_eq!(signature_secret, "6f1c0d9a4be2435f8a7703c2d1e5b694");
    let expected = [("Authorization", "Bearer example-token"), ("X-Site", "Oslo office")];
    assert_eq!(headers, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
}

#[test]
fn the_nested_fields_of_a_service_bus_are_understood() {
    let Config::AzureServiceBus(config) = connector("connector_azure_service_bus").config else {
        panic!("not understood as AZURE_SERVICE_BUS");
    };
    assert_eq!(config.tenant_id, "2b7f1a52-6c1e-4f0b-9a37-0d5e8c4b9f10");
    assert_eq!(config.client_id, "8d0c44e6-1f5a-4d3c-b7c2-5a9e6f7d2b31");
    assert_eq!(config.correlation_id, "oslo-office");
}

#[test]
fn an_unknown_connector_keeps_its_type_status_events_and_fields() {
    let connector = connector("connector_unknown_type");
    assert_eq!(connector.config, Config::Unknown("MQTT_PUSH".to_owned()));
    assert_eq!(connector.config.kind(), ConnectorKind::Unknown("MQTT_PUSH".to_owned()));
    assert_eq!(connector.status, Status::Unknown("PAUSED".to_owned()));
    assert_eq!(connector.events, [EventType::Temperature, EventType::Unknown("soundLevel".to_owned())]);
    assert!(connector.extra.0.contains_key("mqttConfig"));
}

#[test]
fn latency_is_read_in_seconds_and_absent_when_nothing_was_delivered() {
    let busy = Metrics { success: 8421, error: 17, latency_99p: Some(0.411) };
    assert_eq!(Metrics::from_json(&sample("metrics")).unwrap(), busy);
    let idle = Metrics { success: 0, error: 0, latency_99p: None };
    assert_eq!(Metrics::from_json(&sample("metrics_idle")).unwrap(), idle);
}

#[test]
fn a_project_has_its_names_and_counts() {
    let expected = Project {
        id: ProjectId::parse("c8s1k3ot5vq0a7e2hn40").unwrap(),
        display_name: "Oslo office".to_owned(),
        organization_display_name: "Nordlys Property".to_owned(),
        inventory: false,
        sensor_count: 42,
        cloud_connector_count: 3,
    };
    assert_eq!(Project::from_json(&sample("project")).unwrap(), expected);
}

#[test]
fn a_device_lists_what_it_reported_in_the_order_of_event_types() {
    let devices = sample("devices");
    let device = Device::from_json(devices.pointer("/devices/0").unwrap()).unwrap();
    assert_eq!(device.kind, "temperature");
    assert_eq!(device.labels.get("name").unwrap(), "Meeting room 4");
    let reported =
        [EventType::Touch, EventType::Temperature, EventType::NetworkStatus, EventType::BatteryStatus];
    assert_eq!(device.reported, reported);
}
