//! The rate limit: a burst that refills steadily (`dt-api.md` §8), counted for each account.

use std::collections::HashMap;

use axum::http::StatusCode;
use jiff::Timestamp;

use crate::{refusal::Refusal, settings::RateLimit};

/// One request, in the thousandths that are counted so that the limit refills evenly.
const REQUEST: u64 = 1000;

/// How much of the rate limit each account has left.
#[derive(Debug, Default)]
pub struct RateLimiter {
    buckets: HashMap<String, Bucket>,
}

#[derive(Debug)]
struct Bucket {
    left: u64,
    at: Timestamp,
}

impl RateLimiter {
    /// Takes one request of an account, or answers 429 with the seconds until there is one to take.
    pub fn take(&mut self, account: String, now: Timestamp, limit: &RateLimit) -> Result<(), Refusal> {
        let full = u64::from(limit.burst) * REQUEST;
        // So many requests a second are as many thousandths a millisecond.
        let per_millisecond = u64::from(limit.per_second.max(1));
        let bucket = self.buckets.entry(account).or_insert(Bucket { left: full, at: now });
        let passed = u64::try_from(now.duration_since(bucket.at).as_millis()).unwrap_or(0);
        bucket.left = full.min(bucket.left.saturating_add(passed.saturating_mul(per_millisecond)));
        bucket.at = now;
        if let Some(left) = bucket.left.checked_sub(REQUEST) {
            bucket.left = left;
            return Ok(());
        }
        let milliseconds = (REQUEST - bucket.left).div_ceil(per_millisecond);
        let refusal = Refusal::new(StatusCode::TOO_MANY_REQUESTS, "too many requests");
        Err(refusal.retry_after(milliseconds.div_ceil(1000)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use serde_json::json;

    use crate::{seed::Seed, settings::Settings, test_cloud::TestCloud};

    fn strict() -> TestCloud {
        TestCloud::with(Settings { strict: true, ..Settings::default() }, Seed::Demo)
    }

    #[tokio::test]
    async fn a_strict_cloud_answers_25_at_once_and_then_five_a_second() {
        let cloud = strict();
        let client = cloud.user();
        for _ in 0..25 {
            assert_eq!(client.get("/v2/roles").await.status, 200);
        }
        let refused = client.get("/v2/roles").await;
        assert_eq!((refused.status, refused.header("retry-after")), (429, "1"));
        assert_eq!(refused.json["code"], 429);
        cloud.advance(SignedDuration::from_secs(1));
        for _ in 0..5 {
            assert_eq!(client.get("/v2/roles").await.status, 200);
        }
        assert_eq!(client.get("/v2/roles").await.status, 429);
    }

    #[tokio::test]
    async fn after_a_pause_the_burst_is_whole_and_no_greater() {
        let cloud = strict();
        let client = cloud.user();
        cloud.advance(SignedDuration::from_hours(1) - SignedDuration::from_secs(1));
        for _ in 0..25 {
            assert_eq!(client.get("/v2/roles").await.status, 200);
        }
        assert_eq!(client.get("/v2/roles").await.status, 429);
    }

    #[tokio::test]
    async fn accounts_do_not_use_up_each_others_limit() {
        let cloud = strict();
        for _ in 0..26 {
            cloud.user().get("/v2/roles").await;
        }
        assert_eq!(cloud.developer().get("/v2/roles").await.status, 200);
    }

    #[tokio::test]
    async fn a_lenient_cloud_has_no_limit() {
        let cloud = TestCloud::demo();
        for _ in 0..60 {
            assert_eq!(cloud.user().get("/v2/roles").await.status, 200);
        }
    }

    #[tokio::test]
    async fn who_waits_as_long_as_told_is_answered() {
        for (per_second, wait) in [(1, 1), (2, 1), (1000, 1)] {
            let settings = json!({"strict": true, "rateLimit": {"burst": 1, "perSecond": per_second}});
            let cloud = TestCloud::with(serde_json::from_value(settings).unwrap(), Seed::Demo);
            let client = cloud.user();
            assert_eq!(client.get("/v2/roles").await.status, 200);
            assert_eq!(client.get("/v2/roles").await.header("retry-after"), wait.to_string());
            cloud.advance(SignedDuration::from_secs(wait));
            assert_eq!(client.get("/v2/roles").await.status, 200);
        }
    }
}
