//! Label keys worth including, from the labels that a project's devices have.

use std::collections::BTreeMap;

use dt_api::Device;

/// A label key in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelSuggestion {
    /// The key.
    pub key: String,
    /// How many devices have it.
    pub devices: usize,
}

/// The label keys that `devices` have, the most used first, then by name.
#[must_use]
pub fn label_suggestions(devices: &[Device]) -> Vec<LabelSuggestion> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for key in devices.iter().flat_map(|device| device.labels.keys()) {
        *counts.entry(key).or_default() += 1;
    }
    let mut suggestions: Vec<LabelSuggestion> = Vec::new();
    for (key, devices) in counts {
        let place = suggestions.partition_point(|earlier| earlier.devices >= devices);
        suggestions.insert(place, LabelSuggestion { key: key.to_owned(), devices });
    }
    suggestions
}
