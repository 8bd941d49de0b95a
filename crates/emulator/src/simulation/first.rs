//! The first data that a device sends (`dt-api.md` §5.5).

use serde_json::{Value, json};

use super::climate::Climate;
use crate::model::{event_data::Report, time::Time};

/// A report of this type from where it is so warm; `variant` makes two devices differ, always in the same way.
pub fn report(event_type: &str, climate: Climate, variant: u32, time: Time) -> Option<Report> {
    serde_json::from_value(json!({event_type: data(event_type, climate, variant, &time.to_string())})).ok()
}

fn data(event_type: &str, climate: Climate, variant: u32, time: &str) -> Value {
    let celsius = climate.first_celsius() + f64::from(variant % 60) / 10.0;
    let one_of = |states: [&'static str; 2]| if variant.is_multiple_of(3) { states[0] } else { states[1] };
    let signal = 40 + variant % 60;
    let rssi = i64::from(signal) - 128;
    match event_type {
        "temperature" => json!({
            "value": celsius,
            "updateTime": time,
            "samples": [{"value": celsius, "sampleTime": time}],
            "isBackfilled": false,
        }),
        "humidity" => json!({
            "temperature": celsius,
            "relativeHumidity": 25 + variant % 30,
            "updateTime": time,
            "samples": [{"temperature": celsius, "relativeHumidity": 25 + variant % 30, "sampleTime": time}],
            "isBackfilled": false,
        }),
        "objectPresent" => json!({"state": one_of(["PRESENT", "NOT_PRESENT"]), "updateTime": time}),
        "waterPresent" => json!({"state": "NOT_PRESENT", "updateTime": time}),
        "motion" => json!({"state": one_of(["MOTION_DETECTED", "NO_MOTION_DETECTED"]), "updateTime": time}),
        "deskOccupancy" => {
            json!({"state": one_of(["OCCUPIED", "NOT_OCCUPIED"]), "remarks": [], "updateTime": time})
        }
        "contact" => json!({"state": one_of(["OPEN", "CLOSED"]), "updateTime": time}),
        "objectPresentCount" | "touchCount" => json!({"total": 400 + variant * 37, "updateTime": time}),
        "co2" => json!({"ppm": 420 + variant * 11 % 600, "updateTime": time}),
        "pressure" => json!({"pascal": 99_000 + variant * 53 % 3000, "updateTime": time}),
        "probeWireStatus" => json!({"state": "FOUR_WIRE", "updateTime": time}),
        "networkStatus" => json!({
            "signalStrength": signal,
            "rssi": rssi,
            "updateTime": time,
            "cloudConnectors": [{"id": "emulated-ccon", "signalStrength": signal, "rssi": rssi}],
            "transmissionMode": "LOW_POWER_STANDARD_MODE",
        }),
        "batteryStatus" => json!({"percentage": 100 - variant % 40, "updateTime": time}),
        "connectionStatus" => {
            json!({"connection": "ETHERNET", "available": ["CELLULAR", "ETHERNET"], "updateTime": time})
        }
        "ethernetStatus" => json!({
            "macAddress": format!("f0:b5:b7:00:0a:{:02x}", variant % 256),
            "ipAddress": format!("10.0.0.{}", variant % 254 + 1),
            "errors": [],
            "updateTime": time,
        }),
        "cellularStatus" => json!({"signalStrength": signal, "errors": [], "updateTime": time}),
        _ => json!({"updateTime": time}),
    }
}
