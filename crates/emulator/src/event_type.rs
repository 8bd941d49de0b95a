//! The event types that DT documents (`dt-api.md` §5.5).

const KNOWN: [&str; 19] = [
    "touch",
    "temperature",
    "objectPresent",
    "humidity",
    "objectPresentCount",
    "touchCount",
    "waterPresent",
    "co2",
    "pressure",
    "motion",
    "deskOccupancy",
    "contact",
    "probeWireStatus",
    "networkStatus",
    "batteryStatus",
    "labelsChanged",
    "connectionStatus",
    "ethernetStatus",
    "cellularStatus",
];

/// Whether DT documents this event type.
pub fn is_known(event_type: &str) -> bool {
    KNOWN.contains(&event_type)
}
