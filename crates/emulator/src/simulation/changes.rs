//! What changes between two states.

use fastrand::Rng;

use super::surroundings::Surroundings;
use crate::model::event_data::{
    Contact, ContactState, DeskOccupancy, DeskState, Motion, MotionState, Presence, PresenceState,
    ProbeWireStatus, WireState,
};

/// How likely something starts that hardly ever does: a leak, or a visitor at night.
const RARELY: f64 = 0.03;

pub fn object_present(
    last: &Presence,
    surroundings: &Surroundings<'_>,
    random: &mut Rng,
) -> Option<Presence> {
    let state = presence(last.state, with_people(surroundings), random)?;
    Some(Presence { state, update_time: surroundings.time })
}

/// Leaks are rare, and last until the next report.
pub fn water_present(last: &Presence, surroundings: &Surroundings<'_>, random: &mut Rng) -> Option<Presence> {
    let state = presence(last.state, RARELY, random)?;
    Some(Presence { state, update_time: surroundings.time })
}

pub fn motion(last: &Motion, surroundings: &Surroundings<'_>, random: &mut Rng) -> Option<Motion> {
    let state = match last.state {
        MotionState::MotionDetected => MotionState::NoMotionDetected,
        MotionState::NoMotionDetected => {
            happens(with_people(surroundings), random).then_some(MotionState::MotionDetected)?
        }
    };
    Some(Motion { state, update_time: surroundings.time })
}

pub fn desk(
    last: &DeskOccupancy,
    surroundings: &Surroundings<'_>,
    random: &mut Rng,
) -> Option<DeskOccupancy> {
    let state = match last.state {
        DeskState::Occupied => DeskState::NotOccupied,
        DeskState::NotOccupied => {
            happens(with_people(surroundings), random).then_some(DeskState::Occupied)?
        }
    };
    Some(DeskOccupancy { state, remarks: last.remarks.clone(), update_time: surroundings.time })
}

pub fn contact(last: &Contact, surroundings: &Surroundings<'_>, random: &mut Rng) -> Option<Contact> {
    let state = match last.state {
        ContactState::Open => ContactState::Closed,
        ContactState::Closed => happens(with_people(surroundings), random).then_some(ContactState::Open)?,
    };
    Some(Contact { state, update_time: surroundings.time })
}

/// Four wires, until one comes loose.
pub fn probe(
    last: &ProbeWireStatus,
    surroundings: &Surroundings<'_>,
    random: &mut Rng,
) -> Option<ProbeWireStatus> {
    let state = match last.state {
        WireState::FourWire => {
            random.choice([WireState::ThreeWire, WireState::TwoWire, WireState::InvalidWireConfiguration])?
        }
        _ => WireState::FourWire,
    };
    Some(ProbeWireStatus { state, update_time: surroundings.time })
}

fn presence(last: PresenceState, likelihood: f64, random: &mut Rng) -> Option<PresenceState> {
    match last {
        PresenceState::Present => Some(PresenceState::NotPresent),
        PresenceState::NotPresent => happens(likelihood, random).then_some(PresenceState::Present),
    }
}

/// How likely people start something now.
fn with_people(surroundings: &Surroundings<'_>) -> f64 {
    if surroundings.office_hours() { 1.0 } else { RARELY }
}

fn happens(likelihood: f64, random: &mut Rng) -> bool {
    random.f64() < likelihood
}
