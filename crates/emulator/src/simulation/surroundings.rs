//! Where and when a device speaks.

use jiff::{
    SignedDuration, Timestamp,
    civil::{DateTime, Weekday},
    tz::Offset,
};

use crate::model::{device::Device, project::Project, time::Time};

/// Where and when a device speaks.
#[derive(Debug)]
pub struct Surroundings<'a> {
    /// The project it is in.
    pub project: &'a Project,
    /// The device.
    pub device: &'a Device,
    /// When it speaks.
    pub time: Time,
    /// The same by the sun, so that no database of time zones is needed.
    local: DateTime,
}

impl<'a> Surroundings<'a> {
    /// Those of a device in this project.
    pub fn new(project: &'a Project, device: &'a Device, now: Timestamp) -> Self {
        let degrees_east = project.location.longitude.unwrap_or(0.0).clamp(-180.0, 180.0);
        let ahead = SignedDuration::try_from_secs_f64(degrees_east * 240.0).unwrap_or(SignedDuration::ZERO);
        let local = Offset::UTC.to_datetime(now.saturating_add(ahead).unwrap_or(now));
        Self { project, device, time: Time::at(now), local }
    }

    /// Whether people are at work.
    pub fn office_hours(&self) -> bool {
        let weekend = matches!(self.local.weekday(), Weekday::Saturday | Weekday::Sunday);
        !weekend && (8..17).contains(&self.local.hour())
    }

    /// The time of day: 0 at midnight, 13.5 at half past one.
    pub fn hour(&self) -> f64 {
        f64::from(self.local.hour()) + f64::from(self.local.minute()) / 60.0
    }

    /// The day, as `2025-01-02`.
    pub fn date(&self) -> String {
        self.local.date().to_string()
    }

    /// The hours since an earlier time.
    pub fn hours_since(&self, earlier: Time) -> f64 {
        self.time.0.duration_since(earlier.0).as_secs_f64().max(0.0) / 3600.0
    }
}
