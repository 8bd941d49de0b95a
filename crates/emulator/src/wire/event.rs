//! The JSON of an event (`dt-api.md` §5.4).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{event, event_data::EventData, time::Time};

/// An event, as pushes, streams and the history hold it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the fields are the API's")]
pub struct Event<'a> {
    event_id: &'a str,
    target_name: String,
    event_type: &'static str,
    data: &'a EventData,
    timestamp: Time,
}

impl<'a> From<&'a event::Event> for Event<'a> {
    fn from(event: &'a event::Event) -> Self {
        Self {
            event_id: &event.id,
            target_name: format!("projects/{}/devices/{}", event.project, event.source.id),
            event_type: event.data.event_type(),
            data: &event.data,
            timestamp: event.time,
        }
    }
}

/// The body of a push: an event, the labels that the connector includes, and where it comes from.
#[derive(Debug, Serialize)]
pub struct Push<'a> {
    event: Event<'a>,
    labels: BTreeMap<&'a str, &'a str>,
    metadata: Metadata<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Metadata<'a> {
    device_id: &'a str,
    project_id: &'a str,
    device_type: &'a str,
    product_number: &'a str,
}

impl<'a> Push<'a> {
    /// What a connector that includes the labels with these keys is sent.
    pub fn new(event: &'a event::Event, label_keys: &'a [String]) -> Self {
        let source = &event.source;
        let labels =
            label_keys.iter().filter_map(|key| Some((key.as_str(), source.labels.get(key)?.as_str())));
        Self {
            labels: labels.collect(),
            metadata: Metadata {
                device_id: &source.id,
                project_id: &event.project,
                device_type: &source.kind,
                product_number: &source.product_number,
            },
            event: event.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        event::Source,
        event_data::{Report, Temperature, TemperatureSample},
        number::Number,
    };

    /// From `dt-api.md` §5.2.
    const BODY: &str = r#"{"event":{"eventId":"d0000000000000000010","targetName":"projects/d0000000000000000001/devices/emud0000000000000000002","eventType":"temperature","data":{"temperature":{"value":21.5,"updateTime":"2025-01-02T03:04:05.678901Z","samples":[{"value":21.5,"sampleTime":"2025-01-02T03:04:05.678901Z"}],"isBackfilled":false}},"timestamp":"2025-01-02T03:04:05.678901Z"},"labels":{"name":"demo"},"metadata":{"deviceId":"emud0000000000000000002","projectId":"d0000000000000000001","deviceType":"temperature","productNumber":""}}"#;

    #[test]
    fn a_push_is_compact_and_in_the_documented_order() {
        let time = Time("2025-01-02T03:04:05.678901Z".parse().unwrap());
        let labels = [("name", "demo"), ("room", "1")];
        let event = event::Event {
            id: "d0000000000000000010".into(),
            project: "d0000000000000000001".into(),
            source: Source {
                id: "emud0000000000000000002".into(),
                kind: "temperature".into(),
                product_number: String::new(),
                labels: labels.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
            },
            data: EventData::Report(Report::Temperature(Temperature {
                value: Number(21.5),
                update_time: time,
                samples: vec![TemperatureSample { value: Number(21.5), sample_time: time }],
                is_backfilled: false,
            })),
            time,
        };
        let keys = ["floor".to_owned(), "name".to_owned()];
        assert_eq!(serde_json::to_string(&Push::new(&event, &keys)).unwrap(), BODY);
    }
}
