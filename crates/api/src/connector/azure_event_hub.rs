//! Sending events to an Azure Event Hub.

use serde_json::Value;

use super::Extra;
use super::azure_authentication::AzureAuthentication;
use crate::decode::{self, Fields};

/// The configuration of an `AZURE_EVENT_HUB` connector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AzureEventHub {
    /// `sb://<namespace>.servicebus.windows.net/<eventhub>`.
    pub url: String,
    /// The Azure tenant.
    pub tenant_id: String,
    /// The Azure application that DT Cloud acts as.
    pub client_id: String,
    /// Fields that this crate does not know.
    pub extra: Extra,
}

impl AzureEventHub {
    pub(super) fn from_fields(fields: &Fields) -> Option<Self> {
        let mut extra = decode::rest(fields, &["url", "authenticationConfig"]);
        let AzureAuthentication { tenant_id, client_id } =
            AzureAuthentication::from_fields(fields, &mut extra)?;
        Some(Self { url: decode::text(fields, "url").ok()?, tenant_id, client_id, extra })
    }

    pub(super) fn to_json(&self) -> Value {
        let mut fields = self.extra.0.clone();
        fields.insert("url".to_owned(), self.url.as_str().into());
        AzureAuthentication::write(&mut fields, &self.tenant_id, &self.client_id);
        Value::Object(fields)
    }
}
