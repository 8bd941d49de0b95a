//! What an emulated device is told to report (`dt-api.md` §6.9), read as leniently as DT's own clients need it.

use serde_json::{Value, json};

use super::body;
use crate::{
    model::{
        event_data::{HeardBy, HumiditySample, Report, TemperatureSample},
        time::Time,
    },
    refusal::Refusal,
};

/// The Cloud Connector that hears emulated devices.
const EMULATED_CLOUD_CONNECTOR: &str = "emulated-ccon";

/// The report in `{"<event type>": {…}}`. Without `updateTime` it was measured now; samples and Cloud Connectors that are
/// left out are made up from the rest.
pub fn report(sent: Value, now: Time) -> Result<Report, Refusal> {
    let members = if let Value::Object(members) = sent { members } else { serde_json::Map::new() };
    let mut members = members.into_iter();
    let Some((event_type, content)) = members.next() else {
        return Err(Refusal::invalid("body", "must name an event type"));
    };
    if let Some((another, _)) = members.next() {
        return Err(Refusal::invalid(&another, format!("cannot be published together with {event_type}")));
    }
    if event_type == "labelsChanged" {
        return Err(Refusal::invalid(&event_type, "cannot be published"));
    }
    if !Report::EVENT_TYPES.contains(&event_type.as_str()) {
        return Err(Refusal::invalid(&event_type, "is no event type"));
    }
    let Value::Object(mut content) = content else {
        return Err(Refusal::invalid(&event_type, "must be an object"));
    };
    content.entry("updateTime").or_insert_with(|| json!(now));
    Ok(completed(body::read(json!({ event_type: content }))?))
}

fn completed(mut report: Report) -> Report {
    match &mut report {
        Report::Temperature(content) if content.samples.is_empty() => {
            content.samples =
                vec![TemperatureSample { value: content.value, sample_time: content.update_time }];
        }
        Report::Humidity(content) if content.samples.is_empty() => {
            content.samples = vec![HumiditySample {
                temperature: content.temperature,
                relative_humidity: content.relative_humidity,
                sample_time: content.update_time,
            }];
        }
        Report::NetworkStatus(content) if content.cloud_connectors.is_empty() => {
            content.cloud_connectors = vec![HeardBy {
                id: EMULATED_CLOUD_CONNECTOR.to_owned(),
                signal_strength: content.signal_strength,
                rssi: content.rssi,
            }];
        }
        _ => {}
    }
    report
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Report, Time, report};
    use crate::test_cloud::NOW;

    fn read(sent: Value) -> Result<Value, String> {
        let now = Time(NOW.parse().unwrap());
        report(sent, now).map(|report| json!(report)).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn what_is_left_out_is_made_up_from_the_rest() {
        let now = "2025-01-02T03:04:05.000000Z";
        assert_eq!(read(json!({"touch": {}})), Ok(json!({"touch": {"updateTime": now}})));
        let temperature = json!({
            "value": 21.5,
            "updateTime": now,
            "samples": [{"value": 21.5, "sampleTime": now}],
            "isBackfilled": false,
        });
        assert_eq!(read(json!({"temperature": {"value": 21.5}})), Ok(json!({"temperature": temperature})));
        let humidity = read(json!({"humidity": {"temperature": 22, "relativeHumidity": 17}})).unwrap();
        let sample = json!({"temperature": 22, "relativeHumidity": 17, "sampleTime": now});
        assert_eq!(humidity["humidity"]["samples"], json!([sample]));
        let network = read(json!({"networkStatus": {"signalStrength": 45, "rssi": -83}})).unwrap();
        let heard_by = json!({"id": "emulated-ccon", "signalStrength": 45, "rssi": -83});
        assert_eq!(network["networkStatus"]["cloudConnectors"], json!([heard_by]));
        assert_eq!(network["networkStatus"]["transmissionMode"], "LOW_POWER_STANDARD_MODE");
    }

    #[test]
    fn what_is_said_is_kept() {
        let earlier = "2024-12-31T23:00:00.500000Z";
        let sample = json!({"value": 4, "sampleTime": earlier});
        let temperature =
            json!({"value": 5, "updateTime": earlier, "samples": [sample], "isBackfilled": true});
        let sent = json!({ "temperature": temperature });
        assert_eq!(read(sent.clone()), Ok(sent));
        let snake = json!({"signalStrength": 1, "cloud_connectors": [{"id": "c", "signalStrength": 2}]});
        let network = read(json!({ "networkStatus": snake })).unwrap();
        let heard_by = json!({"id": "c", "signalStrength": 2, "rssi": 0});
        assert_eq!(network["networkStatus"]["cloudConnectors"], json!([heard_by]));
    }

    #[test]
    fn what_is_no_report_is_refused_by_name() {
        for (sent, problem) in [
            (json!({}), "body: "),
            (json!({"labelsChanged": {"added": {}}}), "labelsChanged: "),
            (json!({"weather": {}}), "weather: "),
            (json!({"touch": {}, "water": {}}), "water: "),
            (json!({"touch": true}), "touch: "),
            (json!({"temperature": {}}), "temperature: "),
            (json!({"temperature": {"value": "warm"}}), "temperature.value: "),
            (json!({"contact": {"state": "AJAR"}}), "contact.state: "),
            (json!({"touch": {"updateTime": "today"}}), "touch.updateTime: "),
        ] {
            let refusal = read(sent.clone()).unwrap_err();
            assert!(refusal.starts_with(problem), "{sent}: {refusal}");
        }
    }

    #[test]
    fn every_type_that_can_be_reported_is_documented() {
        assert_eq!(Report::EVENT_TYPES.len(), 18);
        assert!(Report::EVENT_TYPES.iter().all(|event_type| crate::event_type::is_known(event_type)));
    }
}
