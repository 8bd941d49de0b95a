//! What the event types are, for a person who chooses among them (`dt-api.md` §5.5).

use dt_api::EventType;

/// Event types that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventGroup {
    /// What sensors measure and detect.
    Sensors,
    /// Totals that sensors keep.
    Counts,
    /// How devices are doing.
    DeviceStatus,
    /// How devices reach the cloud.
    Connectivity,
    /// Types that this console does not know.
    Other,
}

impl EventGroup {
    /// The groups that have known types, in the order to show them; [`Other`](Self::Other) has none.
    pub const KNOWN: [Self; 4] = [Self::Sensors, Self::Counts, Self::DeviceStatus, Self::Connectivity];

    /// The group that `event_type` belongs to.
    #[must_use]
    pub fn of(event_type: &EventType) -> Self {
        match event_type {
            EventType::Touch
            | EventType::Temperature
            | EventType::ObjectPresent
            | EventType::Humidity
            | EventType::WaterPresent
            | EventType::Co2
            | EventType::Pressure
            | EventType::Motion
            | EventType::DeskOccupancy
            | EventType::Contact => Self::Sensors,
            EventType::ObjectPresentCount | EventType::TouchCount => Self::Counts,
            EventType::ProbeWireStatus | EventType::BatteryStatus | EventType::LabelsChanged => {
                Self::DeviceStatus
            }
            EventType::NetworkStatus
            | EventType::ConnectionStatus
            | EventType::EthernetStatus
            | EventType::CellularStatus => Self::Connectivity,
            EventType::Unknown(_) => Self::Other,
        }
    }

    /// The group's heading.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Sensors => "Sensors",
            Self::Counts => "Counts",
            Self::DeviceStatus => "Device status",
            Self::Connectivity => "Connectivity",
            Self::Other => "Other",
        }
    }

    /// The known types of the group, in DT's order.
    pub fn event_types(self) -> impl Iterator<Item = EventType> {
        EventType::KNOWN.into_iter().filter(move |event_type| Self::of(event_type) == self)
    }
}

/// What events of this type say, in one line.
#[must_use]
pub fn description(event_type: &EventType) -> &'static str {
    match event_type {
        EventType::Touch => "A sensor was touched.",
        EventType::Temperature => "Temperature in °C, on every heartbeat and touch.",
        EventType::ObjectPresent => "An object came near a proximity sensor or went away.",
        EventType::Humidity => "Relative humidity and temperature, on every heartbeat and touch.",
        EventType::ObjectPresentCount => "How often an object came or went in all, on every heartbeat.",
        EventType::TouchCount => "How often a sensor was touched in all, on every heartbeat.",
        EventType::WaterPresent => "Water was detected or is gone.",
        EventType::Co2 => "CO₂ concentration in ppm, on every heartbeat.",
        EventType::Pressure => "Air pressure in pascal, on every heartbeat.",
        EventType::Motion => "Motion was detected or has ended.",
        EventType::DeskOccupancy => "A desk became occupied or free.",
        EventType::Contact => "A door, window or lid was opened or closed.",
        EventType::ProbeWireStatus => "The wiring of a temperature probe changed or is invalid.",
        EventType::NetworkStatus => "Signal strength and the Cloud Connector in reach, on every heartbeat.",
        EventType::BatteryStatus => "Remaining battery in percent.",
        EventType::LabelsChanged => "Labels of a device were added, changed or removed.",
        EventType::ConnectionStatus => {
            "A Cloud Connector went offline or changed between Ethernet and cellular."
        }
        EventType::EthernetStatus => "A Cloud Connector's Ethernet addresses and errors.",
        EventType::CellularStatus => "A Cloud Connector's cellular signal strength and errors.",
        EventType::Unknown(_) => "Not known to this console; it is kept as it is.",
    }
}

/// Whether every word of `query` is in the type's name, description or group, in any case.
#[must_use]
pub fn matches(event_type: &EventType, query: &str) -> bool {
    let group = EventGroup::of(event_type).label();
    let text = [event_type.as_str(), description(event_type), group].join("\n").to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| text.contains(word))
}
