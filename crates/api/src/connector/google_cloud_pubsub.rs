//! Publishing events to a Google Cloud Pub/Sub topic.

use serde_json::Value;

use super::Extra;
use crate::decode::{self, Fields};

/// The configuration of a `GOOGLE_CLOUD_PUBSUB` connector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoogleCloudPubsub {
    /// `projects/<Google Cloud project>/topics/<topic>`.
    pub topic: String,
    /// `//iam.googleapis.com/projects/…/locations/…/workloadIdentityPools/…/providers/…`.
    pub audience: String,
    /// Fields that this crate does not know.
    pub extra: Extra,
}

impl GoogleCloudPubsub {
    pub(super) fn from_fields(fields: &Fields) -> Option<Self> {
        Some(Self {
            topic: decode::text(fields, "topic").ok()?,
            audience: decode::text(fields, "audience").ok()?,
            extra: decode::rest(fields, &["topic", "audience"]),
        })
    }

    pub(super) fn to_json(&self) -> Value {
        let mut fields = self.extra.0.clone();
        fields.insert("topic".to_owned(), self.topic.as_str().into());
        fields.insert("audience".to_owned(), self.audience.as_str().into());
        Value::Object(fields)
    }
}
