//! What has become of a connector's pushes lately.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long pushes may fail without a success before DT Cloud disables the connector (`dt-api.md` §4).
const LONGEST_FAILURE: SignedDuration = SignedDuration::from_hours(5 * 24);
/// Into how many slices the window of the metrics is divided: it moves on by a slice at a time.
const SLICES: i32 = 36;

/// What has become of a connector's pushes within the window of its metrics, and since when all of them failed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Outcomes {
    /// The oldest first.
    slices: VecDeque<Slice>,
    failing_since: Option<Timestamp>,
}

/// What became of the pushes of one part of the window.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Slice {
    start: Timestamp,
    successes: u64,
    errors: u64,
    /// How often an answer took so many milliseconds.
    latencies: BTreeMap<u64, u64>,
}

/// What became of one push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was answered with 2xx, after so long.
    Acknowledged(Duration),
    /// It was answered with another status, after so long.
    Refused(Duration),
    /// It was not answered, or not in time.
    Unanswered,
}

/// A connector's metrics (`dt-api.md` §3.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    /// Pushes answered with 2xx.
    pub successes: u64,
    /// All others.
    pub errors: u64,
    /// The 99th percentile of the answers' latency, in whole milliseconds.
    pub latency_99p: Duration,
}

impl Outcomes {
    /// Counts a push that ended now.
    pub fn record(&mut self, outcome: Outcome, now: Timestamp, window: SignedDuration) {
        self.failing_since = match outcome {
            Outcome::Acknowledged(_) => None,
            Outcome::Refused(_) | Outcome::Unanswered => self.failing_since.or(Some(now)),
        };
        self.count(now, window, |slice| match outcome {
            Outcome::Acknowledged(latency) => slice.count(1, 0, latency),
            Outcome::Refused(latency) => slice.count(0, 1, latency),
            Outcome::Unanswered => slice.errors += 1,
        });
    }

    /// Whether all pushes have failed for so long that DT Cloud gives the connector up.
    pub fn are_hopeless(&self, now: Timestamp) -> bool {
        self.failing_since.is_some_and(|since| now.duration_since(since) >= LONGEST_FAILURE)
    }

    /// Lets the past failures count no more against the connector.
    pub fn forgive(&mut self) {
        self.failing_since = None;
    }

    /// The metrics over the window that ends now.
    pub fn metrics(&self, now: Timestamp, window: SignedDuration) -> Metrics {
        let oldest = now.saturating_sub(window).unwrap_or(Timestamp::MIN);
        let (mut metrics, mut latencies) = (Metrics::default(), BTreeMap::new());
        for slice in self.slices.iter().filter(|slice| slice.start > oldest) {
            metrics.successes += slice.successes;
            metrics.errors += slice.errors;
            for (&latency, times) in &slice.latencies {
                *latencies.entry(latency).or_insert(0) += times;
            }
        }
        metrics.latency_99p = Duration::from_millis(percentile_99(&latencies));
        metrics
    }

    /// What would have been recorded had a connector pushed like this through the window that ends now.
    pub fn of_the_past(metrics: Metrics, now: Timestamp, window: SignedDuration) -> Self {
        let mut outcomes = Self::default();
        let (mut successes, mut errors) = (metrics.successes, metrics.errors);
        for left in (1..=SLICES).rev() {
            let time = now.saturating_sub(window / SLICES * (left - 1)).unwrap_or(now);
            let share = |rest: &mut u64| {
                let share = *rest / u64::from(left.unsigned_abs());
                *rest -= share;
                share
            };
            let (successes, errors) = (share(&mut successes), share(&mut errors));
            outcomes.count(time, window, |slice| {
                let slow = successes.div_ceil(20);
                slice.count(slow, 0, metrics.latency_99p);
                slice.count(successes - slow, 0, metrics.latency_99p / 3);
                slice.errors += errors;
            });
        }
        outcomes
    }

    /// Counts in the slice that now falls into, and forgets those that no window reaches any more.
    fn count(&mut self, now: Timestamp, window: SignedDuration, count: impl FnOnce(&mut Slice)) {
        let oldest = now.saturating_sub(window).unwrap_or(Timestamp::MIN);
        while self.slices.pop_front_if(|slice| slice.start <= oldest).is_some() {}
        let width = window / SLICES;
        let current = self.slices.pop_back_if(|slice| now.duration_since(slice.start) < width);
        let mut slice = current.unwrap_or_else(|| Slice::starting(now));
        count(&mut slice);
        self.slices.push_back(slice);
    }
}

impl Slice {
    fn starting(start: Timestamp) -> Self {
        Self { start, successes: 0, errors: 0, latencies: BTreeMap::new() }
    }

    /// Counts pushes that were answered after so long.
    fn count(&mut self, successes: u64, errors: u64, latency: Duration) {
        self.successes += successes;
        self.errors += errors;
        // Rounded up, so that no answer took no time.
        let milliseconds = u64::try_from(latency.as_micros().div_ceil(1000)).unwrap_or(u64::MAX);
        if successes + errors > 0 {
            *self.latencies.entry(milliseconds).or_insert(0) += successes + errors;
        }
    }
}

/// The smallest latency that at least 99 of 100 answers did not exceed; 0 when there are none.
fn percentile_99(latencies: &BTreeMap<u64, u64>) -> u64 {
    let answers: u64 = latencies.values().sum();
    let mut left = (answers * 99).div_ceil(100);
    for (&latency, &times) in latencies {
        left = left.saturating_sub(times);
        if left == 0 {
            return latency;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WINDOW: SignedDuration = SignedDuration::from_hours(3);

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_735_787_045 + seconds).unwrap()
    }

    fn milliseconds(latency: u64) -> Duration {
        Duration::from_millis(latency)
    }

    proptest! {
        #[test]
        fn the_percentile_is_that_of_all_latencies(latencies in prop::collection::vec(1_u64..10_000, 1..300)) {
            let mut outcomes = Outcomes::default();
            for &latency in &latencies {
                outcomes.record(Outcome::Acknowledged(milliseconds(latency)), at(0), WINDOW);
            }
            let mut sorted = latencies.clone();
            sorted.sort_unstable();
            let expected = sorted[(sorted.len() * 99).div_ceil(100) - 1];
            prop_assert_eq!(outcomes.metrics(at(0), WINDOW).latency_99p, milliseconds(expected));
        }

        #[test]
        fn what_is_within_the_window_counts_to_the_width_of_a_slice(times in prop::collection::vec(0_i64..40_000, 0..200)) {
            let mut times = times;
            times.sort_unstable();
            let mut outcomes = Outcomes::default();
            for &time in &times {
                outcomes.record(Outcome::Unanswered, at(time), WINDOW);
            }
            let width = WINDOW.as_secs() / i64::from(SLICES);
            let younger = |age: i64| times.iter().filter(|&&time| 40_000 - time < age).count() as u64;
            let counted = outcomes.metrics(at(40_000), WINDOW).errors;
            prop_assert!(younger(WINDOW.as_secs() - width) <= counted && counted <= younger(WINDOW.as_secs()));
        }
    }

    #[test]
    fn a_past_is_as_it_is_told_and_fades_away() {
        let past = Metrics { successes: 3174, errors: 12, latency_99p: milliseconds(640) };
        let outcomes = Outcomes::of_the_past(past, at(0), WINDOW);
        assert_eq!(outcomes.metrics(at(0), WINDOW), past);
        let half = outcomes.metrics(at(3600 * 3 / 2), WINDOW).successes;
        assert!((1400..1800).contains(&half), "{half}");
        assert_eq!(outcomes.metrics(at(3600 * 3), WINDOW), Metrics::default());
    }

    #[test]
    fn five_days_of_failures_without_a_success_are_hopeless() {
        let mut outcomes = Outcomes::default();
        let day = 24 * 3600;
        outcomes.record(Outcome::Unanswered, at(0), WINDOW);
        outcomes.record(Outcome::Refused(milliseconds(5)), at(5 * day - 1), WINDOW);
        assert!(!outcomes.are_hopeless(at(5 * day - 1)));
        assert!(outcomes.are_hopeless(at(5 * day)));
        outcomes.record(Outcome::Acknowledged(milliseconds(5)), at(5 * day), WINDOW);
        outcomes.record(Outcome::Unanswered, at(6 * day), WINDOW);
        assert!(!outcomes.are_hopeless(at(11 * day - 1)));
        outcomes.forgive();
        assert!(!outcomes.are_hopeless(at(12 * day)));
    }
}
