//! How long an event that was not acknowledged waits for its next push.

use jiff::SignedDuration;

use crate::settings::BackOff;

impl BackOff {
    /// The pause after so many pushes before the last one have failed; `chance` from 0 to 1 decides on the jitter.
    pub fn pause(&self, failed_before: u32, chance: f64) -> SignedDuration {
        let exponent = i32::try_from(failed_before).unwrap_or(i32::MAX);
        let regular = (self.first_seconds * self.factor.powi(exponent)).min(self.longest_seconds);
        let jittered = regular * (1.0 + self.jitter * (2.0 * chance - 1.0));
        SignedDuration::try_from_secs_f64(jittered.max(0.0)).unwrap_or(SignedDuration::MAX)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let pauses =
            [0, 1, 2, 10, 11, u32::MAX].map(|failed| BackOff::default().pause(failed, 0.5).as_secs());
        assert_eq!(pauses, [2, 4, 8, 2048, 3600, 3600]);
    }

    proptest! {
        #[test]
        fn jitter_keeps_within_its_part(failed in 0_u32..40, chance in 0.0..=1.0) {
            let (back_off, regular) = (BackOff::default(), BackOff { jitter: 0.0, ..BackOff::default() });
            let ratio = back_off.pause(failed, chance).as_secs_f64() / regular.pause(failed, chance).as_secs_f64();
            prop_assert!((0.8 - 1e-6..=1.2 + 1e-6).contains(&ratio), "{}", ratio);
        }
    }
}
