//! Data Connectors (`dt-api.md` §3.1).

mod aws_sqs;
mod azure_authentication;
mod azure_event_hub;
mod azure_service_bus;
mod config;
mod extra;
mod google_cloud_pubsub;
mod http_push;
mod kind;
mod status;

use serde_json::Value;

pub use self::aws_sqs::AwsSqs;
pub use self::azure_event_hub::AzureEventHub;
pub use self::azure_service_bus::AzureServiceBus;
pub use self::config::Config;
pub use self::extra::Extra;
pub use self::google_cloud_pubsub::GoogleCloudPubsub;
pub use self::http_push::HttpPush;
pub use self::kind::ConnectorKind;
pub use self::status::Status;
use crate::decode::{self, Malformed};
use crate::event_type::EventType;
use crate::ids::ConnectorName;

/// A Data Connector: forwards a project's events to an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connector {
    /// Its full name.
    pub name: ConnectorName,
    /// What people call it; may be empty.
    pub display_name: String,
    /// Whether it forwards events.
    pub status: Status,
    /// The types of events to forward; empty means all.
    pub events: Vec<EventType>,
    /// The keys of the device labels to include in each event.
    pub labels: Vec<String>,
    /// Its type, and where it forwards to.
    pub config: Config,
    /// The fields that this crate does not know; for a [`Config::Unknown`] also its configuration.
    pub extra: Extra,
}

impl Connector {
    /// Reads a Data Connector.
    ///
    /// # Errors
    /// When there is no valid name, or a field has another type than the API promises. A configuration with a surprising
    /// shape is no error: it is kept as a [`Config::Unknown`].
    pub fn from_json(value: &Value) -> Result<Self, Malformed> {
        let fields = decode::object(value)?;
        let name = ConnectorName::parse(&decode::text(fields, "name")?);
        let config = Config::from_fields(fields)?;
        let mut known = vec!["name", "displayName", "type", "status", "events", "labels"];
        known.extend(config.field());
        Ok(Self {
            name: name.ok_or_else(|| Malformed::at("name", "the name of a Data Connector"))?,
            display_name: decode::text(fields, "displayName")?,
            status: Status::from(decode::text(fields, "status")?.as_str()),
            events: decode::texts(fields, "events")?.into_iter().map(EventType::from).collect(),
            labels: decode::texts(fields, "labels")?.into_iter().map(str::to_owned).collect(),
            config,
            extra: decode::rest(fields, &known),
        })
    }

    /// The Data Connector as the API writes it, with everything that [`from_json`](Self::from_json) did not know.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let events: Vec<&str> = self.events.iter().map(EventType::as_str).collect();
        let mut fields = self.extra.0.clone();
        fields.insert("name".to_owned(), self.name.to_string().into());
        fields.insert("displayName".to_owned(), self.display_name.as_str().into());
        fields.insert("type".to_owned(), self.config.kind().as_str().into());
        fields.insert("status".to_owned(), self.status.as_str().into());
        fields.insert("events".to_owned(), events.into());
        fields.insert("labels".to_owned(), self.labels.as_slice().into());
        if let Some((field, config)) = self.config.to_json() {
            fields.insert(field.to_owned(), config);
        }
        Value::Object(fields)
    }
}
