//! A model of what DT Cloud does with a PATCH (`dt-api.md` §3.4).

use dt_api::{Config, Connector, Extra};
use serde_json::{Map, Value};

/// What becomes of the parts of a configuration that a PATCH leaves out, which DT does not say.
#[derive(Clone, Copy, Debug)]
pub enum Merge {
    /// They are gone.
    ReplaceConfig,
    /// They are kept, at every depth; only headers are replaced as a whole.
    MergeConfig,
}

/// The connector after a PATCH with these fields.
pub fn patched(original: &Connector, patch: Map<String, Value>, merge: Merge) -> Connector {
    let mut connector = original.to_json();
    match merge {
        Merge::ReplaceConfig => connector.as_object_mut().unwrap().extend(patch),
        Merge::MergeConfig => merge_into(&mut connector, Value::Object(patch)),
    }
    Connector::from_json(&connector).unwrap()
}

fn merge_into(target: &mut Value, patch: Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (field, value) in patch {
                let is_whole = field == "headers";
                let kept = target.entry(field).or_insert(Value::Null);
                if is_whole {
                    *kept = value;
                } else {
                    merge_into(kept, value);
                }
            }
        }
        (target, patch) => *target = patch,
    }
}

/// The parts of a configuration that the API client does not know.
pub fn config_extra(connector: &Connector) -> Option<&Extra> {
    match &connector.config {
        Config::HttpPush(config) => Some(&config.extra),
        Config::AzureServiceBus(config) => Some(&config.extra),
        Config::AzureEventHub(config) => Some(&config.extra),
        Config::GoogleCloudPubsub(config) => Some(&config.extra),
        Config::AwsSqs(config) => Some(&config.extra),
        Config::Unknown(_) => None,
    }
}

/// The connector as if it had no signature secret.
pub fn without_secret(connector: &Connector) -> Connector {
    let mut connector = connector.clone();
    if let Config::HttpPush(config) = &mut connector.config {
        config.signature_secret.clear();
    }
    connector
}
