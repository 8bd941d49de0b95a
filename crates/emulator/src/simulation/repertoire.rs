//! What devices of each type report, and how often (`dt-api.md` §5.5, §6.5).

/// The event types that a device of this type reports. A sensor of a type that is not known reports what all sensors do.
pub fn event_types(kind: &str) -> &'static [&'static str] {
    match kind {
        "temperature" => &["touch", "temperature", "networkStatus", "batteryStatus", "probeWireStatus"],
        "humidity" => &["touch", "humidity", "networkStatus", "batteryStatus"],
        "co2" => &["touch", "co2", "humidity", "pressure", "networkStatus", "batteryStatus"],
        "proximity" => &["touch", "objectPresent", "networkStatus", "batteryStatus"],
        "proximityCounter" => &["touch", "objectPresentCount", "networkStatus", "batteryStatus"],
        "touchCounter" => &["touch", "touchCount", "networkStatus", "batteryStatus"],
        "waterDetector" => &["touch", "waterPresent", "networkStatus", "batteryStatus"],
        "motion" => &["touch", "motion", "networkStatus", "batteryStatus"],
        "deskOccupancy" => &["touch", "deskOccupancy", "networkStatus", "batteryStatus"],
        "contact" => &["touch", "contact", "networkStatus", "batteryStatus"],
        "ccon" => &["touch", "connectionStatus", "ethernetStatus", "cellularStatus"],
        _ => &["touch", "networkStatus", "batteryStatus"],
    }
}

/// How often a device reports this, compared with all else that it reports.
pub fn weight(event_type: &str) -> u32 {
    match event_type {
        "probeWireStatus" | "batteryStatus" | "connectionStatus" => 1,
        "touch" | "ethernetStatus" => 3,
        "networkStatus" => 20,
        _ => 30,
    }
}
