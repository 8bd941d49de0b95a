//! The JSON of a Data Connector's metrics (`dt-api.md` §3.2).

use serde::Serialize;

use crate::model::outcomes;

/// `{"metrics": {"successCount", "errorCount", "latency99p"}}`.
#[derive(Debug, Serialize)]
pub struct Answer {
    metrics: Metrics,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Metrics {
    success_count: u64,
    error_count: u64,
    /// A duration as Protocol Buffers write it: `0.411s`.
    latency99p: String,
}

impl From<outcomes::Metrics> for Answer {
    fn from(metrics: outcomes::Metrics) -> Self {
        Self {
            metrics: Metrics {
                success_count: metrics.successes,
                error_count: metrics.errors,
                latency99p: format!("{}s", metrics.latency_99p.as_secs_f64()),
            },
        }
    }
}
