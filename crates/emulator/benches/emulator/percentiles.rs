//! The middle and the upper end of what was measured.

use std::time::Duration;

use serde::Serialize;

/// The middle and the upper end of some durations, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Percentiles {
    /// Half of them are not longer.
    pub median_ms: f64,
    /// 99 of 100 are not longer.
    pub p99_ms: f64,
}

impl Percentiles {
    /// Those of these durations; 0 when there are none.
    pub fn of(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        let not_exceeded_by = |percent: usize| {
            let place = (durations.len() * percent).div_ceil(100).saturating_sub(1);
            durations.get(place).map_or(0.0, |duration| duration.as_secs_f64() * 1000.0)
        };
        Self { median_ms: not_exceeded_by(50), p99_ms: not_exceeded_by(99) }
    }
}
