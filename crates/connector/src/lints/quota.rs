//! How many connectors are left (`dt-api.md` §3.5).

use super::findings::Findings;
use super::{Lint, Severity, Surroundings};

/// Only of a new connector: an existing one takes nothing away.
pub(super) fn check(surroundings: &Surroundings, findings: &mut Findings) {
    let (None, Some(connectors)) = (surroundings.original, surroundings.connectors) else { return };
    let allowed = surroundings.connectors_allowed;
    let left = allowed.checked_sub(connectors.len());
    let (severity, title, left) = match left {
        Some(2) => {
            (Severity::Notice, "Nearly the last Data Connector", "After this one, 1 is left.".to_owned())
        }
        Some(1) => {
            let left = "This is the last one: to create another, delete one first.";
            (Severity::Notice, "The last Data Connector", left.to_owned())
        }
        None | Some(0) => {
            let left = format!(
                "It has {} already, so DT Cloud will refuse this one. Delete one first.",
                connectors.len()
            );
            (Severity::Warning, "No Data Connector left", left)
        }
        Some(_) => return,
    };
    let reason = format!("A project may have {allowed} Data Connectors. {left}");
    findings.add(Lint { severity, field: None, title, reason, fix: None });
}
