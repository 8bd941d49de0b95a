//! How events are delivered where DT's documents say nothing (`dt-api.md` §4, §5.1).

use std::path::PathBuf;

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// How events are delivered.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Delivery {
    /// The pauses between the pushes of an event that is not acknowledged.
    pub back_off: BackOff,
    /// How many pushes of a connector may be under way at once.
    pub most_under_way: usize,
    /// How many events a connector's queue holds; the oldest is given up for one too many.
    pub longest_queue: usize,
    /// Whether an answer counts only once it is there to its last byte, else its status is enough.
    pub needs_whole_answer: bool,
    /// The `User-Agent` of a push; none when empty.
    pub user_agent: String,
    /// Whether pushes carry `DT-Asymmetric-Signature`.
    pub asymmetric_signature: bool,
    /// How many hours a connector's metrics look back: 3 in DT's clients, 24 in an older Studio (`dt-api.md` §3.2).
    pub metrics_window_hours: u32,
    /// A PEM file with certificate authorities that are trusted besides Mozilla's.
    pub trusted_certificates: Option<PathBuf>,
    /// What `:sync` pushes.
    pub synchronize: Synchronize,
}

/// The pauses between the pushes of an event: the first, and each longer than the one before.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct BackOff {
    /// Seconds before the second push.
    pub first_seconds: f64,
    /// How many times the pause before it each pause is.
    pub factor: f64,
    /// Seconds that no pause exceeds, but for the jitter.
    pub longest_seconds: f64,
    /// By which part of itself a pause may be shorter or longer, at random.
    pub jitter: f64,
}

/// What `:sync` pushes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Synchronize {
    /// Whether only event types that the connector forwards are pushed.
    pub applies_filter: bool,
    /// The status that answers for a connector that is disabled; `None` answers 200 and pushes nothing.
    pub disabled_status: Option<u16>,
}

impl Delivery {
    /// How far a connector's metrics look back.
    pub(crate) fn metrics_window(&self) -> SignedDuration {
        SignedDuration::from_hours(self.metrics_window_hours.into())
    }
}

impl Synchronize {
    /// The status that answers for a disabled connector, if it is refused.
    pub(crate) fn disabled_status(self) -> Option<StatusCode> {
        self.disabled_status.and_then(|status| StatusCode::from_u16(status).ok())
    }
}

impl Default for Delivery {
    fn default() -> Self {
        Self {
            back_off: BackOff::default(),
            most_under_way: 64,
            longest_queue: 100_000,
            needs_whole_answer: true,
            user_agent: "dt-emulator".to_owned(),
            asymmetric_signature: true,
            metrics_window_hours: 3,
            trusted_certificates: None,
            synchronize: Synchronize::default(),
        }
    }
}

impl Default for BackOff {
    fn default() -> Self {
        Self { first_seconds: 2.0, factor: 2.0, longest_seconds: 3600.0, jitter: 0.2 }
    }
}

impl Default for Synchronize {
    fn default() -> Self {
        Self { applies_filter: true, disabled_status: None }
    }
}
