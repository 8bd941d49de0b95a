//! The latest data that a seeded device has sent.

use jiff::{SignedDuration, Timestamp};

use crate::{
    model::{device::Device, event_data::Report, time::Time},
    simulation::{climate::Climate, first, repertoire},
};

/// What a device has reported last; `variant` makes two devices differ, always in the same way.
pub fn latest(device: &Device, variant: u32, now: Timestamp) -> Vec<Report> {
    let climate = Climate::told_by(device).unwrap_or(Climate::Room);
    // Only probes tell how they are wired, and only when that changes.
    let event_types =
        repertoire::event_types(&device.kind).iter().filter(|&&event_type| event_type != "probeWireStatus");
    event_types
        .zip(1..)
        .filter_map(|(event_type, age)| {
            let minutes = i64::from(variant % 13 + age * 2);
            let time = now.saturating_sub(SignedDuration::from_mins(minutes)).unwrap_or(now);
            first::report(event_type, climate, variant, Time::at(time))
        })
        .collect()
}
