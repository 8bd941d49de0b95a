//! How a measured value drifts.

use std::f64::consts::TAU;

use fastrand::Rng;

/// Two reports differ as if there were this much time between them at least, however fast they come.
const LEAST_HOURS: f64 = 1.0 / 12.0;

/// How a measured value drifts: at random, and drawn back to where it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Drift {
    /// Where it belongs.
    pub around: f64,
    /// How far from there it is typically found.
    pub spread: f64,
    /// How long it takes to find back.
    pub hours: f64,
    /// The least and the greatest it can be.
    pub within: (f64, f64),
}

impl Drift {
    /// The value so many hours after it was `last`, in multiples of 1 ÷ `per_unit`.
    pub fn next(&self, last: f64, hours: f64, per_unit: f64, random: &mut Rng) -> f64 {
        let kept = (-hours.max(LEAST_HOURS) / self.hours).exp();
        // Evenly distributed numbers between these have the standard deviation 1.
        let noise = (random.f64() * 2.0 - 1.0) * 3_f64.sqrt();
        let value =
            self.around + (last - self.around) * kept + noise * self.spread * (1.0 - kept * kept).sqrt();
        let (lowest, highest) = self.within;
        (value.max(lowest).min(highest) * per_unit).round() / per_unit
    }
}

/// From -1 at three in the morning to 1 at three in the afternoon.
pub fn warmth_of_the_day(hour: f64) -> f64 {
    ((hour - 15.0) / 24.0 * TAU).cos()
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::{Drift, warmth_of_the_day};

    const FRIDGE: Drift = Drift { around: 4.0, spread: 0.6, hours: 1.0, within: (1.0, 9.0) };

    #[test]
    fn a_value_finds_back_to_where_it_belongs() {
        let mut random = Rng::with_seed(1);
        let mut value = 9.0;
        for _ in 0..100 {
            value = FRIDGE.next(value, 0.25, 20.0, &mut random);
            assert!((1.0..=9.0).contains(&value), "{value}");
        }
        assert!((value - FRIDGE.around).abs() < 3.0, "{value}");
    }

    #[test]
    fn a_value_changes_little_at_once() {
        let mut random = Rng::with_seed(1);
        let next = FRIDGE.next(4.0, 0.0, 20.0, &mut random);
        assert!((next - 4.0).abs() < 1.0, "{next}");
    }

    #[test]
    fn what_it_cannot_be_is_left_at_once() {
        assert!(FRIDGE.next(80.0, 0.0, 20.0, &mut Rng::with_seed(1)) <= 9.0);
        assert!(FRIDGE.next(f64::NAN, 0.0, 20.0, &mut Rng::with_seed(1)) <= 9.0);
    }

    #[test]
    fn afternoons_are_the_warmest() {
        assert!((warmth_of_the_day(15.0) - 1.0).abs() < 1e-9);
        assert!((warmth_of_the_day(3.0) + 1.0).abs() < 1e-9);
    }
}
