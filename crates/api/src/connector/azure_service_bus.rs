//! Sending events to an Azure Service Bus topic.

use serde_json::{Map, Value};

use super::Extra;
use super::azure_authentication::AzureAuthentication;
use crate::decode::{self, Fields};

/// The configuration of an `AZURE_SERVICE_BUS` connector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AzureServiceBus {
    /// `sb://<namespace>.servicebus.windows.net/<topic>`.
    pub url: String,
    /// The Azure tenant.
    pub tenant_id: String,
    /// The Azure application that DT Cloud acts as.
    pub client_id: String,
    /// `brokerProperties.correlationId`; empty when there is none.
    pub correlation_id: String,
    /// Fields that this crate does not know.
    pub extra: Extra,
}

impl AzureServiceBus {
    pub(super) fn from_fields(fields: &Fields) -> Option<Self> {
        let mut extra = decode::rest(fields, &["url", "authenticationConfig", "brokerProperties"]);
        let AzureAuthentication { tenant_id, client_id } =
            AzureAuthentication::from_fields(fields, &mut extra)?;
        let none = Map::new();
        let broker = decode::child(fields, "brokerProperties").ok()?.unwrap_or(&none);
        extra.keep_nested("brokerProperties", decode::rest(broker, &["correlationId"]));
        Some(Self {
            url: decode::text(fields, "url").ok()?,
            tenant_id,
            client_id,
            correlation_id: decode::text(broker, "correlationId").ok()?,
            extra,
        })
    }

    pub(super) fn to_json(&self) -> Value {
        let mut fields = self.extra.0.clone();
        fields.insert("url".to_owned(), self.url.as_str().into());
        AzureAuthentication::write(&mut fields, &self.tenant_id, &self.client_id);
        if !self.correlation_id.is_empty() {
            Extra::write_nested(&mut fields, "brokerProperties", &[("correlationId", &self.correlation_id)]);
        }
        Value::Object(fields)
    }
}
