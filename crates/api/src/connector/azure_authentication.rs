//! The `authenticationConfig` that both Azure types have.

use serde_json::{Map, Value};

use super::Extra;
use crate::decode::{self, Fields};

const FIELD: &str = "authenticationConfig";

pub(super) struct AzureAuthentication {
    pub(super) tenant_id: String,
    pub(super) client_id: String,
}

impl AzureAuthentication {
    /// Reads it from the configuration's fields and keeps in `extra` what it does not know.
    pub(super) fn from_fields(config: &Fields, extra: &mut Extra) -> Option<Self> {
        let none = Map::new();
        let fields = decode::child(config, FIELD).ok()?.unwrap_or(&none);
        extra.keep_nested(FIELD, decode::rest(fields, &["tenantId", "clientId"]));
        Some(Self {
            tenant_id: decode::text(fields, "tenantId").ok()?,
            client_id: decode::text(fields, "clientId").ok()?,
        })
    }

    pub(super) fn write(config: &mut Map<String, Value>, tenant_id: &str, client_id: &str) {
        Extra::write_nested(config, FIELD, &[("tenantId", tenant_id), ("clientId", client_id)]);
    }
}
