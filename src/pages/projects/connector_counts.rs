//! How many Data Connectors a project has, by status.

use dt_api::{Connector, Status};

/// Data Connectors counted by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ConnectorCounts {
    pub active: usize,
    pub disabled_by_user: usize,
    pub disabled_by_dt: usize,
    /// With a status that this console does not know.
    pub other: usize,
}

impl ConnectorCounts {
    /// Counts them.
    pub(super) fn of(connectors: &[Connector]) -> Self {
        let mut counts = Self::default();
        for connector in connectors {
            let count = match connector.status {
                Status::Active => &mut counts.active,
                Status::UserDisabled => &mut counts.disabled_by_user,
                Status::SystemDisabled => &mut counts.disabled_by_dt,
                Status::Unknown(_) => &mut counts.other,
            };
            *count += 1;
        }
        counts
    }

    /// Whether there is none.
    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }
}
