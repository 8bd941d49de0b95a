//! The types of events that DT Cloud sends.

/// A type of event, ordered as in DT's documentation (`dt-api.md` §5.5); types that this crate does not know come last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventType {
    /// `touch`
    Touch,
    /// `temperature`
    Temperature,
    /// `objectPresent`
    ObjectPresent,
    /// `humidity`
    Humidity,
    /// `objectPresentCount`
    ObjectPresentCount,
    /// `touchCount`
    TouchCount,
    /// `waterPresent`
    WaterPresent,
    /// `co2`
    Co2,
    /// `pressure`
    Pressure,
    /// `motion`
    Motion,
    /// `deskOccupancy`
    DeskOccupancy,
    /// `contact`
    Contact,
    /// `probeWireStatus`
    ProbeWireStatus,
    /// `networkStatus`
    NetworkStatus,
    /// `batteryStatus`
    BatteryStatus,
    /// `labelsChanged`
    LabelsChanged,
    /// `connectionStatus`
    ConnectionStatus,
    /// `ethernetStatus`
    EthernetStatus,
    /// `cellularStatus`
    CellularStatus,
    /// A type that DT added later.
    Unknown(String),
}

impl EventType {
    /// Every type that this crate knows, in order.
    pub const KNOWN: [Self; 19] = [
        Self::Touch,
        Self::Temperature,
        Self::ObjectPresent,
        Self::Humidity,
        Self::ObjectPresentCount,
        Self::TouchCount,
        Self::WaterPresent,
        Self::Co2,
        Self::Pressure,
        Self::Motion,
        Self::DeskOccupancy,
        Self::Contact,
        Self::ProbeWireStatus,
        Self::NetworkStatus,
        Self::BatteryStatus,
        Self::LabelsChanged,
        Self::ConnectionStatus,
        Self::EthernetStatus,
        Self::CellularStatus,
    ];

    /// The type's name in the API.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Touch => "touch",
            Self::Temperature => "temperature",
            Self::ObjectPresent => "objectPresent",
            Self::Humidity => "humidity",
            Self::ObjectPresentCount => "objectPresentCount",
            Self::TouchCount => "touchCount",
            Self::WaterPresent => "waterPresent",
            Self::Co2 => "co2",
            Self::Pressure => "pressure",
            Self::Motion => "motion",
            Self::DeskOccupancy => "deskOccupancy",
            Self::Contact => "contact",
            Self::ProbeWireStatus => "probeWireStatus",
            Self::NetworkStatus => "networkStatus",
            Self::BatteryStatus => "batteryStatus",
            Self::LabelsChanged => "labelsChanged",
            Self::ConnectionStatus => "connectionStatus",
            Self::EthernetStatus => "ethernetStatus",
            Self::CellularStatus => "cellularStatus",
            Self::Unknown(name) => name,
        }
    }
}

impl From<&str> for EventType {
    fn from(name: &str) -> Self {
        let known = Self::KNOWN.into_iter().find(|known| known.as_str() == name);
        known.unwrap_or_else(|| Self::Unknown(name.to_owned()))
    }
}
