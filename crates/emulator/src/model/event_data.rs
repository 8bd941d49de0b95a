//! What events say, by type (`dt-api.md` §5.5). As JSON the members stand in DT's order.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;

use super::{number::Number, time::Time};

/// The `data` of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum EventData {
    /// What a device reports, and keeps as its latest state.
    Report(Report),
    /// Its labels have changed.
    LabelsChanged(LabelsChanged),
}

impl<'de> Deserialize<'de> for EventData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Value::deserialize(deserializer)?;
        let data = match json.get("added") {
            Some(_) => serde_json::from_value(json).map(Self::LabelsChanged),
            None => serde_json::from_value(json).map(Self::Report),
        };
        data.map_err(D::Error::custom)
    }
}

impl EventData {
    /// The event type, as the API names it.
    pub fn event_type(&self) -> &'static str {
        match self {
            Self::Report(report) => report.event_type(),
            Self::LabelsChanged(_) => "labelsChanged",
        }
    }
}

/// Which labels of a device have changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LabelsChanged {
    /// New keys, with their values.
    pub added: BTreeMap<String, String>,
    /// Keys with a new value.
    pub modified: BTreeMap<String, String>,
    /// Keys that are gone.
    pub removed: Vec<String>,
}

/// Declares every type of report once: its variant, its name in the API and its content.
macro_rules! reports {
    ($($(#[$doc:meta])* $variant:ident $name:literal $content:ty,)*) => {
        /// What a device reports; as JSON `{"<event type>": {…}}`.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Report {
            $($(#[$doc])* #[serde(rename = $name)] $variant($content),)*
        }

        impl Report {
            /// Every event type that can be reported.
            pub const EVENT_TYPES: &[&str] = &[$($name),*];

            /// The event type, as the API names it.
            pub fn event_type(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }

            /// What stands behind the event type in its JSON.
            pub fn content(&self) -> Content<'_> {
                Content(self)
            }

            /// When it was measured.
            pub fn update_time(&self) -> Time {
                match self { $(Self::$variant(content) => content.update_time,)* }
            }
        }

        impl Serialize for Content<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.0 { $(Report::$variant(content) => content.serialize(serializer),)* }
            }
        }
    };
}

/// A report without its event type.
#[derive(Debug)]
pub struct Content<'a>(&'a Report);

reports! {
    /// It was touched.
    Touch "touch" Touch,
    /// Degrees Celsius.
    Temperature "temperature" Temperature,
    /// An object is near.
    ObjectPresent "objectPresent" Presence,
    /// Relative humidity, and degrees Celsius.
    Humidity "humidity" Humidity,
    /// How often an object came or went.
    ObjectPresentCount "objectPresentCount" Count,
    /// How often it was touched.
    TouchCount "touchCount" Count,
    /// There is water.
    WaterPresent "waterPresent" Presence,
    /// Carbon dioxide.
    Co2 "co2" Co2,
    /// Air pressure.
    Pressure "pressure" Pressure,
    /// Something moves.
    Motion "motion" Motion,
    /// Somebody is at the desk.
    DeskOccupancy "deskOccupancy" DeskOccupancy,
    /// A door is open.
    Contact "contact" Contact,
    /// How the probe is wired.
    ProbeWireStatus "probeWireStatus" ProbeWireStatus,
    /// How well the sensor is heard.
    NetworkStatus "networkStatus" NetworkStatus,
    /// How full the battery is.
    BatteryStatus "batteryStatus" BatteryStatus,
    /// How a Cloud Connector is connected.
    ConnectionStatus "connectionStatus" ConnectionStatus,
    /// Its Ethernet.
    EthernetStatus "ethernetStatus" EthernetStatus,
    /// Its cellular connection.
    CellularStatus "cellularStatus" CellularStatus,
}

/// Declares the content of a report.
macro_rules! content {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $($(#[$attribute])* pub $field: $type,)* }
        )*
    };
}

content! {
    /// It was touched.
    Touch { update_time: Time, }
    /// Degrees Celsius.
    Temperature {
        value: Number,
        update_time: Time,
        #[serde(default)]
        samples: Vec<TemperatureSample>,
        #[serde(default)]
        is_backfilled: bool,
    }
    /// Degrees Celsius at one time.
    TemperatureSample { value: Number, sample_time: Time, }
    /// Whether something is there.
    Presence { state: PresenceState, update_time: Time, }
    /// Degrees Celsius and percent.
    #[expect(clippy::struct_field_names, reason = "the fields are the API's")]
    Humidity {
        temperature: Number,
        relative_humidity: Number,
        #[serde(default)]
        samples: Vec<HumiditySample>,
        #[serde(default)]
        is_backfilled: bool,
        update_time: Time,
    }
    /// Degrees Celsius and percent at one time.
    HumiditySample { temperature: Number, relative_humidity: Number, sample_time: Time, }
    /// A count that only grows.
    Count { total: u64, update_time: Time, }
    /// Parts per million.
    Co2 { ppm: u64, update_time: Time, }
    /// Pascal.
    Pressure { pascal: Number, update_time: Time, }
    /// Whether something moves.
    Motion { state: MotionState, update_time: Time, }
    /// Whether somebody is at the desk.
    DeskOccupancy {
        state: DeskState,
        #[serde(default)]
        remarks: Vec<String>,
        update_time: Time,
    }
    /// Whether a door is open.
    Contact { state: ContactState, update_time: Time, }
    /// How the probe is wired.
    ProbeWireStatus { state: WireState, update_time: Time, }
    /// How well the sensor is heard, by which Cloud Connectors; in percent and dBm.
    NetworkStatus {
        signal_strength: u64,
        #[serde(default)]
        rssi: i64,
        update_time: Time,
        #[serde(default, alias = "cloud_connectors")]
        cloud_connectors: Vec<HeardBy>,
        #[serde(default)]
        transmission_mode: TransmissionMode,
    }
    /// A Cloud Connector that hears a sensor; in percent and dBm.
    HeardBy {
        id: String,
        #[serde(alias = "signal_strength")]
        signal_strength: u64,
        #[serde(default)]
        rssi: i64,
    }
    /// Percent.
    BatteryStatus { percentage: u64, update_time: Time, }
    /// How a Cloud Connector is connected, and could be.
    ConnectionStatus { connection: Connection, available: Vec<Connection>, update_time: Time, }
    /// Its Ethernet.
    EthernetStatus {
        mac_address: String,
        ip_address: String,
        #[serde(default)]
        errors: Vec<StatusError>,
        update_time: Time,
    }
    /// Its cellular connection; in percent.
    CellularStatus {
        signal_strength: u64,
        #[serde(default)]
        errors: Vec<StatusError>,
        update_time: Time,
    }
    /// What is wrong with a connection.
    StatusError { code: i64, message: String, }
}

/// Declares the states of a report, by their names in the API.
macro_rules! states {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($variant,)* }
        )*
    };
}

states! {
    /// Whether something is there.
    PresenceState { Present, NotPresent, }
    /// Whether something moves.
    MotionState { MotionDetected, NoMotionDetected, }
    /// Whether somebody is at the desk.
    DeskState { Occupied, NotOccupied, }
    /// Whether a door is open.
    ContactState { Open, Closed, }
    /// How a probe is wired.
    WireState { InvalidWireConfiguration, InvalidCoefficientConfiguration, TwoWire, ThreeWire, FourWire, }
    /// How a Cloud Connector is connected.
    Connection { Sds, Ethernet, Cellular, Offline, }
}

/// How strongly a sensor sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TransmissionMode {
    /// As always.
    #[default]
    LowPowerStandardMode,
    /// More strongly, where it is hard to hear.
    HighPowerBoostMode,
}
