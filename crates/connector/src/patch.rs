//! What to send to save a draft (`dt-api.md` §3.3, §3.4).

use dt_api::{Config, Connector, EventType};
use serde_json::{Map, Value, json};

use crate::change::Change;
use crate::draft::Draft;

impl Draft {
    /// The body of the PATCH that saves the draft: exactly the connector's top-level fields that change, and of a
    /// changed configuration all of it. `None` when there is nothing to send.
    #[must_use]
    pub fn patch(&self, original: &Connector) -> Option<Value> {
        let changes = self.changes(original);
        let mut body = Map::new();
        for change in &changes {
            let (field, value) = match change {
                Change::Status => ("status", self.status().as_str().into()),
                Change::DisplayName => ("displayName", self.display_name.as_str().into()),
                Change::Labels => ("labels", self.labels.as_slice().into()),
                Change::Events => match self.events() {
                    Some(events) => ("events", names(&events)),
                    None => continue,
                },
                _ => continue,
            };
            body.insert(field.to_owned(), value);
        }
        if changes.into_iter().any(Change::is_in_config) {
            body.extend(
                self.config_patch(&original.config).map(|(field, config)| (field.to_owned(), config)),
            );
        }
        (!body.is_empty()).then_some(Value::Object(body))
    }

    /// The body that creates the connector. `None` while Forward All Events is off and nothing is selected: a body
    /// without event types would forward all.
    #[must_use]
    pub fn create_body(&self) -> Option<Value> {
        let mut body = Map::new();
        body.insert("type".to_owned(), self.config.kind().as_str().into());
        body.insert("status".to_owned(), self.status().as_str().into());
        body.insert("events".to_owned(), names(&self.events()?));
        body.insert("labels".to_owned(), self.labels.as_slice().into());
        if !self.display_name.is_empty() {
            body.insert("displayName".to_owned(), self.display_name.as_str().into());
        }
        let config = self.config.to_config(None).to_json();
        body.extend(config.map(|(field, config)| (field.to_owned(), config)));
        Some(Value::Object(body))
    }

    fn config_patch(&self, original: &Config) -> Option<(&'static str, Value)> {
        let config = self.config.to_config(Some(original));
        let (field, mut json) = config.to_json()?;
        if let (Config::AzureServiceBus(new), Config::AzureServiceBus(old)) = (&config, original)
            && new.correlation_id.is_empty()
            && !old.correlation_id.is_empty()
        {
            remove_correlation_id(&mut json);
        }
        Some((field, json))
    }
}

/// Left out, it might be kept: DT does not say whether a partial configuration is merged.
fn remove_correlation_id(azure_service_bus: &mut Value) {
    let Some(config) = azure_service_bus.as_object_mut() else { return };
    let broker = config.entry("brokerProperties").or_insert_with(|| json!({}));
    if let Some(broker) = broker.as_object_mut() {
        broker.insert("correlationId".to_owned(), "".into());
    }
}

fn names(events: &[EventType]) -> Value {
    events.iter().map(EventType::as_str).collect::<Vec<_>>().into()
}
