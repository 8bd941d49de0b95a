//! Devices that clients make up and speak for (`dt-api.md` §6.9).

use std::collections::BTreeMap;

use crate::{
    model::{device::Device, id::IdMint, project::Project},
    refusal::Refusal,
};

/// Every type a device can have (`dt-api.md` §6.5).
pub const TYPES: [&str; 12] = [
    "temperature",
    "proximity",
    "touch",
    "humidity",
    "proximityCounter",
    "touchCounter",
    "waterDetector",
    "ccon",
    "co2",
    "motion",
    "deskOccupancy",
    "contact",
];
/// What the ids of emulated devices begin with, and those of no others.
const ID_PREFIX: &str = "emu";
/// The label, without a value, of every emulated device.
const LABEL: &str = "virtual-sensor";

/// The next id for an emulated device.
pub fn id(ids: &mut IdMint) -> String {
    format!("{ID_PREFIX}{}", ids.mint())
}

/// The labels of an emulated device for which these are asked.
pub fn labels(mut asked_for: BTreeMap<String, String>) -> BTreeMap<String, String> {
    asked_for.insert(LABEL.to_owned(), String::new());
    asked_for
}

/// An emulated device of a project. Nobody can speak for a real one.
pub fn find<'a>(project: &'a Project, id: &str) -> Result<&'a Device, Refusal> {
    let device = project.devices.get(id).ok_or_else(Refusal::not_found)?;
    if device.id.starts_with(ID_PREFIX) {
        Ok(device)
    } else {
        Err(Refusal::invalid("device", "is not an emulated one"))
    }
}
