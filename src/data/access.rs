//! What the account may do in a project, so that what it may not is disabled and says why.

use dt_api::{Permissions, ProjectId};
use leptos::prelude::*;

use super::{Cloud, Load};

/// The account's permissions in one project (`dt-api.md` §6.3).
#[derive(Clone, Copy)]
pub struct Access(Load<Permissions>);

impl Access {
    /// Reads the permissions in `project`.
    #[must_use]
    pub fn read(cloud: Cloud, project: ProjectId) -> Self {
        Self(Load::new(move |_| {
            let client = cloud.client();
            let project = project.clone();
            async move { client.permissions(&project).await }
        }))
    }

    /// Why a control is disabled, or nothing when `permitted` holds. Permissions that could not be read disable nothing:
    /// DT Cloud has the last word anyway.
    #[must_use]
    pub fn refusal(self, permitted: fn(&Permissions) -> bool) -> Signal<Option<String>> {
        let failed = self.0.problem();
        Signal::derive(move || {
            self.0.with(|permissions| match permissions {
                Some(permissions) if permitted(permissions) => None,
                Some(_) => Some("Needs Project Developer".to_owned()),
                None if failed.with(Option::is_some) => None,
                None => Some("Checking your role".to_owned()),
            })
        })
    }
}
