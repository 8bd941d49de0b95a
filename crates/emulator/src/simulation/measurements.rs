//! What a device measures next.

use fastrand::Rng;

use super::{climate::Climate, drift::Drift, surroundings::Surroundings};
use crate::model::{
    event_data::{
        BatteryStatus, Co2, Count, Humidity, HumiditySample, Pressure, Temperature, TemperatureSample,
    },
    number::Number,
    time::Time,
};

const RELATIVE_HUMIDITY: Drift = Drift { around: 40.0, spread: 6.0, hours: 12.0, within: (10.0, 80.0) };
const PASCAL: Drift = Drift { around: 101_000.0, spread: 900.0, hours: 48.0, within: (96_000.0, 104_500.0) };
const HOURS_PER_BATTERY_PERCENT: f64 = 30.0 * 24.0;

pub fn temperature(last: &Temperature, surroundings: &Surroundings<'_>, random: &mut Rng) -> Temperature {
    let time = surroundings.time;
    let value = celsius(last.value, last.update_time, surroundings, random);
    Temperature {
        value,
        update_time: time,
        samples: vec![TemperatureSample { value, sample_time: time }],
        is_backfilled: false,
    }
}

pub fn humidity(last: &Humidity, surroundings: &Surroundings<'_>, random: &mut Rng) -> Humidity {
    let time = surroundings.time;
    let hours = surroundings.hours_since(last.update_time);
    let temperature = celsius(last.temperature, last.update_time, surroundings, random);
    let relative_humidity = Number(RELATIVE_HUMIDITY.next(last.relative_humidity.0, hours, 1.0, random));
    Humidity {
        temperature,
        relative_humidity,
        samples: vec![HumiditySample { temperature, relative_humidity, sample_time: time }],
        is_backfilled: false,
        update_time: time,
    }
}

/// People breathe: a room fills in office hours, and empties after them.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and within the bounds")]
pub fn co2(last: &Co2, surroundings: &Surroundings<'_>, random: &mut Rng) -> Co2 {
    let around = if surroundings.office_hours() { 800.0 } else { 430.0 };
    let drift = Drift { around, spread: 60.0, hours: 1.0, within: (400.0, 1600.0) };
    let latest = f64::from(u32::try_from(last.ppm).unwrap_or(u32::MAX));
    let ppm = drift.next(latest, surroundings.hours_since(last.update_time), 1.0, random) as u64;
    Co2 { ppm, update_time: surroundings.time }
}

pub fn pressure(last: &Pressure, surroundings: &Surroundings<'_>, random: &mut Rng) -> Pressure {
    let hours = surroundings.hours_since(last.update_time);
    let pascal = Number(PASCAL.next(last.pascal.0, hours, 1.0, random));
    Pressure { pascal, update_time: surroundings.time }
}

/// A few more in office hours; else at most one.
pub fn count(last: &Count, surroundings: &Surroundings<'_>, random: &mut Rng) -> Count {
    let more = if surroundings.office_hours() { random.u64(1..=4) } else { random.u64(0..=1) };
    Count { total: last.total.saturating_add(more), update_time: surroundings.time }
}

/// A percent less in a month.
pub fn battery(last: &BatteryStatus, surroundings: &Surroundings<'_>, random: &mut Rng) -> BatteryStatus {
    let used = random.f64() < surroundings.hours_since(last.update_time) / HOURS_PER_BATTERY_PERCENT;
    let percentage = last.percentage.saturating_sub(u64::from(used));
    BatteryStatus { percentage, update_time: surroundings.time }
}

/// Degrees in twentieths, as sensors measure them.
fn celsius(last: Number, at: Time, surroundings: &Surroundings<'_>, random: &mut Rng) -> Number {
    let drift = Climate::of(surroundings, last.0).drift(surroundings);
    Number(drift.next(last.0, surroundings.hours_since(at), 20.0, random))
}
