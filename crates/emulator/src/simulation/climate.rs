//! How warm it is where a device lives.

use super::{
    drift::{Drift, warmth_of_the_day},
    surroundings::Surroundings,
};
use crate::model::device::Device;

/// How warm it is where a device lives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Climate {
    /// A freezer.
    Frozen,
    /// A fridge.
    Cold,
    /// A room.
    Room,
    /// Outdoors.
    Open,
}

/// Words in labels that tell.
const WORDS: [(&str, Climate); 8] = [
    ("freezer", Climate::Frozen),
    ("fridge", Climate::Cold),
    ("refrigerator", Climate::Cold),
    ("cooler", Climate::Cold),
    ("roof", Climate::Open),
    ("outdoor", Climate::Open),
    ("outside", Climate::Open),
    ("terrace", Climate::Open),
];

impl Climate {
    /// What the device's labels tell, or else its latest temperature.
    pub fn of(surroundings: &Surroundings<'_>, celsius: f64) -> Self {
        match Self::told_by(surroundings.device) {
            Some(climate) => climate,
            None if celsius < -8.0 => Self::Frozen,
            None if celsius < 12.0 => Self::Cold,
            None => Self::Room,
        }
    }

    /// What a device's labels tell, if they do.
    pub fn told_by(device: &Device) -> Option<Self> {
        let mut labels = device.labels.values().map(|value| value.to_lowercase());
        labels
            .find_map(|label| WORDS.into_iter().find(|(word, _)| label.contains(word)))
            .map(|(_, climate)| climate)
    }

    /// How warm it is there at the least, in degrees Celsius, as far as seeds are concerned.
    pub fn first_celsius(self) -> f64 {
        match self {
            Self::Frozen => -23.0,
            Self::Cold => 2.0,
            Self::Room => 19.0,
            Self::Open => 5.0,
        }
    }

    /// How its temperature drifts, in degrees Celsius. Rooms take their time, so that each stays as warm as it is.
    pub fn drift(self, surroundings: &Surroundings<'_>) -> Drift {
        match self {
            Self::Frozen => Drift { around: -20.0, spread: 0.8, hours: 2.0, within: (-28.0, -12.0) },
            Self::Cold => Drift { around: 4.0, spread: 0.6, hours: 2.0, within: (0.5, 9.0) },
            Self::Room => Drift { around: 21.0, spread: 1.5, hours: 24.0, within: (15.0, 29.0) },
            Self::Open => {
                let around = 8.0 + 5.0 * warmth_of_the_day(surroundings.hour());
                Drift { around, spread: 1.0, hours: 2.0, within: (-15.0, 35.0) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Climate, Surroundings};
    use crate::test_cloud::{NOW, TestCloud};

    fn climate(name: &str, celsius: f64) -> Climate {
        let cloud = TestCloud::demo();
        let store = cloud.emulator.store();
        let (_, project) = store.cloud.projects.first().unwrap();
        let mut device = project.devices.values().next().unwrap().clone();
        device.labels = [("name".to_owned(), name.to_owned())].into();
        Climate::of(&Surroundings::new(project, &device, NOW.parse().unwrap()), celsius)
    }

    #[test]
    fn labels_tell_where_a_device_lives() {
        assert_eq!(climate("Freezer 1", 21.0), Climate::Frozen);
        assert_eq!(climate("The milk's fridge", 21.0), Climate::Cold);
        assert_eq!(climate("Roof", 21.0), Climate::Open);
    }

    #[test]
    fn a_device_whose_labels_do_not_tell_stays_where_it_is() {
        assert_eq!(climate("Sensor 7", -18.0), Climate::Frozen);
        assert_eq!(climate("Sensor 7", 5.0), Climate::Cold);
        assert_eq!(climate("Sensor 7", 23.0), Climate::Room);
    }
}
