//! Devices that live: what the emulated devices tell on their own, as a pure function of the cloud, the time and a random
//! state that starts the same on every run.

mod changes;
pub mod climate;
mod connections;
mod drift;
pub mod first;
mod following;
mod measurements;
mod pulse;
pub mod repertoire;
mod surroundings;
#[cfg(test)]
mod tests;

use fastrand::Rng;
use indexmap::IndexMap;
use jiff::Timestamp;

use self::{climate::Climate, surroundings::Surroundings};
use crate::model::{cloud::Cloud, device::Device, event_data::Report, project::Project};

/// One event in so many is that somebody notes on a device that it was checked.
const EVENTS_PER_CHECK: u32 = 500;

/// Makes up what devices tell: the same of the same cloud at the same times.
#[derive(Debug)]
pub struct Simulation {
    random: Rng,
}

/// Something happens to a device.
#[derive(Debug, PartialEq)]
pub struct Happening {
    /// The id of the project it is in.
    pub project: String,
    /// Its id.
    pub device: String,
    /// What happens.
    pub what: What,
}

/// What happens to a device.
#[derive(Debug, PartialEq)]
pub enum What {
    /// It reports something.
    Report(Report),
    /// Somebody labels it.
    Label {
        /// The key, new or not.
        key: String,
        /// Another value than it had.
        value: String,
    },
}

impl Simulation {
    /// What happens next. It does not change the cloud, so the next call builds on this only if the caller has it happen.
    /// `None` when there is no device.
    pub fn next(&mut self, cloud: &Cloud, now: Timestamp) -> Option<Happening> {
        let project = self.project(cloud)?;
        let device = self.random.choice(project.devices.values())?;
        let surroundings = Surroundings::new(project, device, now);
        let what = self.check(&surroundings).or_else(|| self.report(&surroundings))?;
        Some(Happening { project: project.id.clone(), device: device.id.clone(), what })
    }

    /// A project with devices.
    fn project<'a>(&mut self, cloud: &'a Cloud) -> Option<&'a Project> {
        let projects: &IndexMap<String, Project> = &cloud.projects;
        let first = self.random.choice(0..projects.len())?;
        let from_there = (first..projects.len()).chain(0..first);
        let mut from_there = from_there.filter_map(|index| projects.get_index(index));
        from_there.find_map(|(_, project)| (!project.devices.is_empty()).then_some(project))
    }

    /// Seldom: somebody has checked the device, if not on this day already.
    fn check(&mut self, surroundings: &Surroundings<'_>) -> Option<What> {
        let (key, value) = ("checked".to_owned(), surroundings.date());
        let checked = self.random.u32(..EVENTS_PER_CHECK) == 0;
        (checked && surroundings.device.labels.get(&key) != Some(&value))
            .then_some(What::Label { key, value })
    }

    /// Something that devices of its type report; that it is there, when that has not changed.
    fn report(&mut self, surroundings: &Surroundings<'_>) -> Option<What> {
        let event_type = self.event_type(&surroundings.device.kind)?;
        let report = self.report_of(event_type, surroundings);
        report.or_else(|| self.report_of("networkStatus", surroundings)).map(What::Report)
    }

    fn event_type(&mut self, kind: &str) -> Option<&'static str> {
        let event_types = repertoire::event_types(kind);
        let weights = event_types.iter().map(|event_type| repertoire::weight(event_type));
        let mut left = self.random.choice(0..weights.clone().sum::<u32>())?;
        let mut weighted = event_types.iter().zip(weights);
        weighted.find_map(|(&event_type, weight)| match left.checked_sub(weight) {
            Some(less) => {
                left = less;
                None
            }
            None => Some(event_type),
        })
    }

    fn report_of(&mut self, event_type: &str, surroundings: &Surroundings<'_>) -> Option<Report> {
        let last = reported(surroundings.device, event_type).cloned();
        let climate = || Climate::told_by(surroundings.device).unwrap_or(Climate::Room);
        let first = |variant| first::report(event_type, climate(), variant, surroundings.time);
        let last = last.or_else(|| first(self.random.u32(..1000)))?;
        following::report(&last, surroundings, &mut self.random)
    }
}

impl Default for Simulation {
    fn default() -> Self {
        Self { random: Rng::with_seed(0) }
    }
}

fn reported<'a>(device: &'a Device, event_type: &str) -> Option<&'a Report> {
    device.history.reported().find(|report| report.event_type() == event_type)
}
