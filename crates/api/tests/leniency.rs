//! What decoding puts up with, and what it keeps.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use dt_api::{Config, Connector, Credentials, Device, Metrics, Project, arbitrary};
use proptest::prelude::*;
use serde_json::{Value, json};

const NAME: &str = "projects/p/dataconnectors/d";

fn message(json: &Value) -> String {
    Connector::from_json(json).unwrap_err().to_string()
}

#[test]
fn absent_and_null_fields_are_empty() {
    let absent =
        Connector::from_json(&json!({ "name": NAME, "type": "HTTP_PUSH", "httpConfig": {} })).unwrap();
    let null = Connector::from_json(&json!({
        "name": NAME, "type": "HTTP_PUSH", "displayName": null, "status": null, "events": null, "labels": null,
        "httpConfig": { "url": null, "signatureSecret": null, "headers": null },
    }));
    assert_eq!(null.unwrap(), absent);
}

#[test]
fn null_configurations_of_other_types_are_written_back() {
    let connector = Connector::from_json(&json!({
        "name": NAME, "type": "AWS_SQS", "awsSqsConfig": {}, "httpConfig": null,
    }));
    assert_eq!(connector.unwrap().to_json().get("httpConfig"), Some(&Value::Null));
}

#[test]
fn a_configuration_of_a_surprising_shape_makes_the_connector_unknown_and_is_kept() {
    for config in
        [json!({ "headers": { "X-Retries": 3 } }), json!({ "url": ["https://a.example"] }), json!("off")]
    {
        let json = json!({ "name": NAME, "type": "HTTP_PUSH", "httpConfig": config });
        let connector = Connector::from_json(&json).unwrap();
        assert_eq!(connector.config, Config::Unknown("HTTP_PUSH".to_owned()));
        assert_eq!(connector.to_json().get("httpConfig"), json.get("httpConfig"));
    }
}

#[test]
fn an_error_names_the_field_and_what_it_should_be() {
    assert_eq!(message(&json!([])), "The answer is not an object.");
    assert_eq!(message(&json!({})), "In the answer, `name` is not the name of a Data Connector.");
    assert_eq!(
        message(&json!({ "name": NAME, "labels": [1] })),
        "In the answer, `labels` is not a list of texts."
    );
    let metrics = Metrics::from_json(&json!({ "metrics": { "errorCount": -1 } })).unwrap_err();
    assert_eq!(metrics.to_string(), "In the answer, `metrics.errorCount` is not a whole number.");
}

#[test]
fn counts_may_be_written_as_text() {
    let metrics =
        Metrics::from_json(&json!({ "metrics": { "successCount": "12", "latency99p": "1.5s" } })).unwrap();
    assert_eq!((metrics.success, metrics.latency_99p), (12, Some(1.5)));
}

#[test]
fn a_latency_that_is_no_duration_is_as_if_absent() {
    for latency in ["", "s", "fast", "-1s", "NaNs", "infs", "0.4"] {
        let json = json!({ "metrics": { "successCount": 1, "latency99p": latency } });
        assert_eq!(Metrics::from_json(&json).unwrap().latency_99p, None, "{latency}");
    }
}

/// Any JSON where a field of a resource should be.
fn nearly(resource: Value) -> impl Strategy<Value = Value> {
    let fields: Vec<String> = resource.as_object().unwrap().keys().cloned().collect();
    (proptest::sample::select(fields), arbitrary::json()).prop_map(move |(field, value)| {
        let mut resource = resource.clone();
        resource.as_object_mut().unwrap().insert(field, value);
        resource
    })
}

fn nearly_a_resource() -> impl Strategy<Value = Value> {
    prop_oneof![
        arbitrary::json(),
        arbitrary::connector().prop_flat_map(|connector| nearly(connector.to_json())),
        nearly(json!({ "name": "projects/p", "displayName": "P", "inventory": true, "sensorCount": 1 })),
        nearly(json!({ "name": "projects/p/devices/d", "type": "touch", "labels": {}, "reported": {} })),
        nearly(json!({ "successCount": 1, "errorCount": 1, "latency99p": "1s" }))
            .prop_map(|metrics| json!({ "metrics": metrics })),
    ]
}

#[test]
fn numbers_of_unknown_fields_are_written_back_digit_by_digit() {
    let text = format!(r#"{{"name":"{NAME}","unheardOf":[1.10,123456789012345678901234567890]}}"#);
    let written = Connector::from_json(&serde_json::from_str(&text).unwrap()).unwrap().to_json().to_string();
    assert!(written.contains("[1.10,123456789012345678901234567890]"), "{written}");
}

proptest! {
    #[test]
    fn a_latency_is_read_as_the_float_it_is(seconds in "[0-9]{1,6}([.][0-9]{0,9})?") {
        let json = json!({ "metrics": { "successCount": 1, "latency99p": format!("{seconds}s") } });
        prop_assert_eq!(Metrics::from_json(&json).unwrap().latency_99p, Some(seconds.parse().unwrap()));
    }

    #[test]
    fn a_connector_survives_being_written_and_read(connector in arbitrary::connector()) {
        prop_assert_eq!(Connector::from_json(&connector.to_json()).unwrap(), connector);
    }

    #[test]
    fn a_connector_that_can_be_read_survives_being_written(json in nearly_a_resource()) {
        if let Ok(connector) = Connector::from_json(&json) {
            prop_assert_eq!(Connector::from_json(&connector.to_json()).unwrap(), connector);
        }
    }

    #[test]
    fn no_json_makes_decoding_panic(json in nearly_a_resource()) {
        let _ = (Connector::from_json(&json), Project::from_json(&json), Device::from_json(&json));
        let _ = (Metrics::from_json(&json), Credentials::from_json_file(&json.to_string()));
    }
}
