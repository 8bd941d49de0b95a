//! The rows' keys and what stands in them beside the models.

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    delivery::signing_key::SigningKey,
    model::{
        id::{EventIdMint, IdMint},
        queue::Waiting,
    },
};

/// The key of the row about the cloud as a whole.
pub const CLOUD: &str = "cloud";

/// The row about the cloud as a whole.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeptCloud {
    /// How rows are written; another number is another program's.
    pub version: u32,
    pub ids: IdMint,
    pub event_ids: EventIdMint,
    pub advanced: SignedDuration,
    pub key: KeptKey,
}

/// The key that signs pushes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptKey {
    id: String,
    pkcs8: String,
}

/// A row of a table, and where in it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Placed<V> {
    pub position: u64,
    pub row: V,
}

/// A row of a project.
#[derive(Debug, Serialize, Deserialize)]
pub struct InProject<V> {
    pub project: String,
    pub position: u64,
    pub row: V,
}

/// An event that a connector has still to push.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeptPush {
    pub project: String,
    pub connector: String,
    pub waiting: Waiting,
}

impl KeptKey {
    /// What is kept of a key.
    pub fn of(key: &SigningKey) -> Self {
        let (id, pkcs8) = key.pkcs8();
        Self { id: id.to_owned(), pkcs8: STANDARD.encode(pkcs8) }
    }

    /// The key; `None` when it is damaged.
    pub fn restored(self) -> Option<SigningKey> {
        SigningKey::from_pkcs8(self.id, STANDARD.decode(self.pkcs8).ok()?)
    }
}
