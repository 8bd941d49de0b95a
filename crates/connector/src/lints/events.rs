//! The selection of event types, compared with what the project's devices report.

use std::collections::BTreeSet;

use dt_api::{Device, EventType};

use super::findings::Findings;
use super::wording::{counted, enumeration};
use super::{Fix, Lint, Surroundings};
use crate::draft::Draft;
use crate::problems::Field;

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    let Some(devices) = surroundings.devices.filter(|devices| !devices.is_empty()) else { return };
    if draft.forward_all {
        return;
    }
    let reported: BTreeSet<&EventType> = devices.iter().flat_map(|device| &device.reported).collect();
    if reported.is_empty() {
        return;
    }
    // A label can be changed on any device, and is no value that one reports (`dt-api.md` §6.5).
    let is_idle = |event: &&EventType| **event != EventType::LabelsChanged && !reported.contains(event);
    let idle: BTreeSet<EventType> = draft.selected_events.iter().filter(is_idle).cloned().collect();
    if !idle.is_empty() {
        findings.add(not_reported(idle, draft, devices));
    }
    let left_out = reported.into_iter().filter(|event| !draft.selected_events.contains(event));
    let left_out: BTreeSet<EventType> = left_out.cloned().collect();
    if !left_out.is_empty() {
        let reason = format!(
            "Devices of the project report {}, which this connector does not forward.",
            names(&left_out)
        );
        let lint = Lint::notice(Field::Events, "Some events are left out", reason);
        findings.add(lint.with_fix(Fix::SelectEvents(left_out)));
    }
}

fn not_reported(idle: BTreeSet<EventType>, draft: &Draft, devices: &[Device]) -> Lint {
    let none = match devices.len() {
        1 => "The project's only device does not report".to_owned(),
        count => format!("None of the project's {} reports", counted(count, "device")),
    };
    let names = names(&idle);
    if idle.len() == draft.selected_events.len() {
        let reason = format!(
            "{none} {names}, and nothing else is selected. Select event types that the devices report, or turn \
             Forward All Events on."
        );
        Lint::warning(Field::Events, "There is nothing to forward", reason)
    } else {
        let reason = format!(
            "{none} {names}. Keep what devices that you will add are to report, and deselect the rest."
        );
        let lint = Lint::notice(Field::Events, "Event types that no device reports", reason);
        lint.with_fix(Fix::DeselectEvents(idle))
    }
}

fn names(events: &BTreeSet<EventType>) -> String {
    enumeration(events.iter().map(EventType::as_str))
}
