//! How deliveries went lately.

use serde_json::{Map, Value};

use crate::decode::{self, Malformed};

/// Counts over DT Cloud's recent window, whose length DT's sources disagree about (`dt-api.md` §3.2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Deliveries that the endpoint answered with 2xx.
    pub success: u64,
    /// All other deliveries.
    pub error: u64,
    /// The time in seconds within which 99 % of the answers came; `None` when nothing was delivered or none is given.
    pub latency_99p: Option<f64>,
}

impl Metrics {
    /// Reads the answer of `:metrics`.
    ///
    /// # Errors
    /// When a field has another type than the API promises.
    pub fn from_json(value: &Value) -> Result<Self, Malformed> {
        let none = Map::new();
        let fields = decode::child(decode::object(value)?, "metrics")?.unwrap_or(&none);
        let read = || -> Result<Self, Malformed> {
            let (success, error) =
                (decode::count(fields, "successCount")?, decode::count(fields, "errorCount")?);
            let latency = seconds(&decode::text(fields, "latency99p")?);
            Ok(Self { success, error, latency_99p: latency.filter(|_| success > 0 || error > 0) })
        };
        read().map_err(|error| error.within("metrics"))
    }
}

/// Reads a duration such as `0.411s`. Digit by digit, because `f64::from_str` is 12 kB of the console.
#[expect(clippy::cast_precision_loss, reason = "a latency has far fewer digits than an f64 holds")]
fn seconds(duration: &str) -> Option<f64> {
    let number = duration.strip_suffix('s')?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits: u64 = format!("{whole}{fraction}").parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?;
    Some(digits as f64 / 10_f64.powi(places))
}
