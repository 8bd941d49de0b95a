//! What a stream of events is made of (`dt-api.md` §6.7).

use serde::Serialize;

use super::event::Event;
use crate::model::time::Time;

/// One line of a stream: `{"result": {"event": {…}}}` or `{"error": {…}}`.
#[derive(Debug, Serialize)]
pub enum Line<'a> {
    /// A device has told something.
    #[serde(rename = "result")]
    Event { event: Event<'a> },
    /// Nothing but that the stream is alive.
    #[serde(rename = "result")]
    Ping { event: Ping },
    /// The stream is over.
    #[serde(rename = "error")]
    Error { code: u8, message: &'static str, details: [Detail; 1] },
}

/// An event without data that comes from the project itself.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ping {
    event_id: String,
    target_name: String,
    event_type: &'static str,
    data: (),
    timestamp: Time,
}

/// Where an error is explained.
#[derive(Debug, Serialize)]
pub struct Detail {
    help: &'static str,
}

impl Ping {
    /// A ping of a project's stream.
    pub fn new(event_id: String, project: &str, timestamp: Time) -> Self {
        let target_name = format!("projects/{project}");
        Self { event_id, target_name, event_type: "ping", data: (), timestamp }
    }
}

impl Line<'_> {
    /// The reader was too slow. The errors of streams have the codes of gRPC; 8 is that a resource is exhausted.
    pub fn fell_behind() -> Self {
        let help = "https://docs.d21s.com/error/#429";
        Self::Error { code: 8, message: "the stream fell too far behind", details: [Detail { help }] }
    }
}
