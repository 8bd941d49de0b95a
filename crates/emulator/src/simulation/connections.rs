//! How a sensor is heard, and how a Cloud Connector is connected next.

use fastrand::Rng;

use super::surroundings::Surroundings;
use crate::model::{
    device::Device,
    event_data::{
        CellularStatus, Connection, ConnectionStatus, EthernetStatus, HeardBy, NetworkStatus,
        TransmissionMode,
    },
};

/// The Cloud Connector that hears a sensor where there is none (`dt-api.md` §6.9).
const EMULATED: &str = "emulated-ccon";

/// One Cloud Connector tells that it hears the sensor (`dt-api.md` §5.5).
pub fn network(last: &NetworkStatus, surroundings: &Surroundings<'_>, random: &mut Rng) -> NetworkStatus {
    let devices = surroundings.project.devices.values();
    let hearing = devices.filter(|device| device.is_cloud_connector()).collect::<Vec<&Device>>();
    let id = random.choice(hearing).map_or(EMULATED, |device| &device.id).to_owned();
    let signal_strength = signal(last.signal_strength, random);
    // Percent and dBm are two scales of one thing.
    let rssi = i64::try_from(signal_strength).unwrap_or(0) - 128;
    let transmission_mode = if signal_strength < 30 {
        TransmissionMode::HighPowerBoostMode
    } else {
        TransmissionMode::LowPowerStandardMode
    };
    NetworkStatus {
        signal_strength,
        rssi,
        update_time: surroundings.time,
        cloud_connectors: vec![HeardBy { id, signal_strength, rssi }],
        transmission_mode,
    }
}

/// Its cable is pulled and put back; it is seldom cut off altogether.
pub fn connection(
    last: &ConnectionStatus,
    surroundings: &Surroundings<'_>,
    random: &mut Rng,
) -> ConnectionStatus {
    let (connection, available) = match last.connection {
        Connection::Ethernet if random.u8(..8) == 0 => (Connection::Offline, vec![]),
        Connection::Ethernet => (Connection::Cellular, vec![Connection::Cellular]),
        _ => (Connection::Ethernet, vec![Connection::Cellular, Connection::Ethernet]),
    };
    ConnectionStatus { connection, available, update_time: surroundings.time }
}

/// It gets another address in the same network.
pub fn ethernet(last: &EthernetStatus, surroundings: &Surroundings<'_>, random: &mut Rng) -> EthernetStatus {
    let network = last.ip_address.rsplit_once('.').map_or("10.0.0", |(network, _)| network);
    EthernetStatus {
        mac_address: last.mac_address.clone(),
        ip_address: format!("{network}.{}", random.u8(2..=254)),
        errors: Vec::new(),
        update_time: surroundings.time,
    }
}

pub fn cellular(last: &CellularStatus, surroundings: &Surroundings<'_>, random: &mut Rng) -> CellularStatus {
    let signal_strength = signal(last.signal_strength, random);
    CellularStatus { signal_strength, errors: Vec::new(), update_time: surroundings.time }
}

/// A little more or less, in percent.
fn signal(last: u64, random: &mut Rng) -> u64 {
    last.saturating_add(random.u64(0..=8)).saturating_sub(4).clamp(15, 100)
}
