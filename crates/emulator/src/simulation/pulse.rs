//! When devices speak.

use jiff::{SignedDuration, Timestamp};

use super::{Happening, What};
use crate::{model::event_data::EventData, settings::Settings, store::Store};

/// How often devices speak at the most while the clock leaps, so that days pass in seconds.
const MOST_IN_A_LEAP: i32 = 1000;
/// Devices that fell behind, because the machine had other things to do, catch up on no more than this.
const CATCHES_UP: SignedDuration = SignedDuration::from_secs(1);

impl Store {
    /// Lets devices say what they have to say by now, if that is anything.
    pub fn let_devices_speak(&mut self, settings: &Settings) -> bool {
        let Some(interval) = settings.event_interval() else { return false };
        let in_a_leap = self.agenda.leap.as_ref().map(|leap| leap.length / MOST_IN_A_LEAP);
        let interval = in_a_leap.map_or(interval, |least| interval.max(least));
        let now = self.clock.now();
        let earliest = now.saturating_sub(CATCHES_UP).unwrap_or(now);
        let mut next = self.devices_speak_at.map_or(now, |next| next.max(earliest));
        let anything = next <= now;
        while next <= now {
            self.let_a_device_speak(now, settings);
            next = next.saturating_add(interval).unwrap_or(Timestamp::MAX);
        }
        self.devices_speak_at = Some(next);
        anything
    }

    fn let_a_device_speak(&mut self, now: Timestamp, settings: &Settings) {
        let Some(Happening { project, device, what }) = self.simulation.next(&self.cloud, now) else {
            return;
        };
        match what {
            What::Report(report) => {
                self.publish(&project, &device, EventData::Report(report), settings);
            }
            What::Label { key, value } => {
                let found =
                    self.cloud.projects.get(&project).and_then(|project| project.devices.get(&device));
                let mut labels = found.map(|device| device.labels.clone()).unwrap_or_default();
                labels.insert(key, value);
                self.label(&project, &device, labels, settings);
            }
        }
    }

    /// When something is due next: a push, or a device that speaks.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.agenda.next_due().into_iter().chain(self.devices_speak_at).min()
    }
}
