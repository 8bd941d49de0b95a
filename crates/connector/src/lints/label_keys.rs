//! Label keys, compared with those that the project's devices have. A key that a device lacks is simply absent from its
//! events (`dt-api.md` §3.1), so that a typing error shows nowhere else.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::near_miss::NearMisses;
use super::wording::{counted, enumeration};
use super::{Fix, Lint, Surroundings};
use crate::draft::Draft;
use crate::label_suggestions::label_suggestions;
use crate::problems::Field;

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    let Some(devices) = surroundings.devices.filter(|devices| !devices.is_empty()) else { return };
    if draft.labels.is_empty() {
        return;
    }
    let in_use = label_suggestions(devices);
    let on_devices: BTreeSet<&str> = in_use.iter().map(|suggestion| suggestion.key.as_str()).collect();
    let is_missing = |(index, key): &(usize, &String)| {
        !on_devices.contains(key.as_str()) && !findings.is_wrong(Field::Labels(*index))
    };
    let missing: Vec<(usize, &String)> = draft.labels.iter().enumerate().filter(is_missing).collect();
    if missing.is_empty() {
        return;
    }
    let listed: BTreeSet<&str> = draft.labels.iter().map(String::as_str).collect();
    let candidates = in_use.iter().filter(|suggestion| {
        let key = suggestion.key.as_str();
        key.trim() == key && !key.is_empty() && !listed.contains(key)
    });
    let near_misses = NearMisses::of(candidates);
    let mut strange: Vec<(usize, String)> = Vec::new();
    for (index, key) in missing {
        let Some(meant) = near_misses.nearest(key) else {
            strange.push((index, format!("“{key}”")));
            continue;
        };
        let have = if meant.devices == 1 { "has" } else { "have" };
        let reason = format!(
            "No device has a label “{key}”, but {} {have} “{}”. Keys must be the same to the letter, or the label is \
             missing from events.",
            counted(meant.devices, "device"),
            meant.key
        );
        let lint = Lint::warning(Field::Labels(index), "A label key that is nearly right", reason);
        findings.add(lint.with_fix(Fix::UseLabelKey { instead_of: key.clone(), key: meant.key.clone() }));
    }
    if let Some((first, _)) = strange.first() {
        findings.add(Lint::notice(
            Field::Labels(*first),
            "Label keys that no device has",
            format!(
                "No device has a label {}. Events go out without it until one has; remove what is not needed.",
                enumeration(strange.iter().map(|(_, key)| key.as_str()))
            ),
        ));
    }
}
