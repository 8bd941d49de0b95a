//! What is known beside a draft.

use dt_api::{Connector, Device};

use crate::problems::Rules;

/// How many Data Connectors a project may have (`dt-api.md` §3.5).
pub const CONNECTORS_ALLOWED: usize = 10;

/// What is known beside a draft. What is not known yet gives no advice.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The connector that the draft edits, as DT Cloud has it; nothing while a new one is made.
    pub original: Option<&'a Connector>,
    /// The project's connectors, the edited one among them or not.
    pub connectors: Option<&'a [Connector]>,
    /// The project's devices.
    pub devices: Option<&'a [Device]>,
    /// Seconds since the Unix epoch.
    pub now: Option<u64>,
    /// What the deployment allows.
    pub rules: Rules,
    /// How many connectors the project may have.
    pub connectors_allowed: usize,
}

impl<'a> Surroundings<'a> {
    /// The project's connectors without the edited one, as far as they are known.
    pub(super) fn others(&self) -> impl Iterator<Item = &'a Connector> {
        let edited = self.original.map(|original| &original.name);
        self.connectors.into_iter().flatten().filter(move |connector| Some(&connector.name) != edited)
    }
}

/// Nothing is known yet.
impl Default for Surroundings<'_> {
    fn default() -> Self {
        Self {
            original: None,
            connectors: None,
            devices: None,
            now: None,
            rules: Rules::default(),
            connectors_allowed: CONNECTORS_ALLOWED,
        }
    }
}
