//! What a device reports after a report.

use fastrand::Rng;

use super::{changes, connections, measurements, surroundings::Surroundings};
use crate::model::event_data::{Report, Touch};

/// What comes after a report of a device, of the same type; `None` when nothing has changed that is only told when it
/// changes.
pub fn report(last: &Report, surroundings: &Surroundings<'_>, random: &mut Rng) -> Option<Report> {
    Some(match last {
        Report::Touch(_) => Report::Touch(Touch { update_time: surroundings.time }),
        Report::Temperature(last) => {
            Report::Temperature(measurements::temperature(last, surroundings, random))
        }
        Report::ObjectPresent(last) => {
            Report::ObjectPresent(changes::object_present(last, surroundings, random)?)
        }
        Report::Humidity(last) => Report::Humidity(measurements::humidity(last, surroundings, random)),
        Report::ObjectPresentCount(last) => {
            Report::ObjectPresentCount(measurements::count(last, surroundings, random))
        }
        Report::TouchCount(last) => Report::TouchCount(measurements::count(last, surroundings, random)),
        Report::WaterPresent(last) => {
            Report::WaterPresent(changes::water_present(last, surroundings, random)?)
        }
        Report::Co2(last) => Report::Co2(measurements::co2(last, surroundings, random)),
        Report::Pressure(last) => Report::Pressure(measurements::pressure(last, surroundings, random)),
        Report::Motion(last) => Report::Motion(changes::motion(last, surroundings, random)?),
        Report::DeskOccupancy(last) => Report::DeskOccupancy(changes::desk(last, surroundings, random)?),
        Report::Contact(last) => Report::Contact(changes::contact(last, surroundings, random)?),
        Report::ProbeWireStatus(last) => Report::ProbeWireStatus(changes::probe(last, surroundings, random)?),
        Report::NetworkStatus(last) => {
            Report::NetworkStatus(connections::network(last, surroundings, random))
        }
        Report::BatteryStatus(last) => {
            Report::BatteryStatus(measurements::battery(last, surroundings, random))
        }
        Report::ConnectionStatus(last) => {
            Report::ConnectionStatus(connections::connection(last, surroundings, random))
        }
        Report::EthernetStatus(last) => {
            Report::EthernetStatus(connections::ethernet(last, surroundings, random))
        }
        Report::CellularStatus(last) => {
            Report::CellularStatus(connections::cellular(last, surroundings, random))
        }
    })
}
