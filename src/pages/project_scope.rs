//! What every page of one project shares, so that going from its list to a connector reads nothing twice.

use connector::Draft;
use dt_api::{ConnectorName, Project, ProjectId};
use leptos::prelude::*;

use crate::data::{Access, Load, use_cloud, use_project_names};

/// The project a page is about.
#[derive(Clone, Copy)]
pub struct ProjectScope {
    id: StoredValue<ProjectId>,
    /// What the account may do in it.
    pub access: Access,
    /// What was typed into one page's form and belongs into the next one's.
    carried: StoredValue<Option<(ConnectorName, Draft)>>,
}

impl ProjectScope {
    /// Reads a project and the account's permissions in it, and gives them to the pages beneath.
    pub fn provide(id: ProjectId) -> Self {
        let cloud = use_cloud();
        let access = Access::read(cloud, id.clone());
        let stored = StoredValue::new(id);
        let names = use_project_names();
        // Read for its name, which stands in the frame.
        let _project: Load<Project> = Load::new(move |_| {
            let client = cloud.client();
            let id = stored.get_value();
            async move {
                let project = client.project(&id).await?;
                names.learn(&project);
                Ok(project)
            }
        });
        let scope = Self { id: stored, access, carried: StoredValue::new(None) };
        provide_context(scope);
        scope
    }

    /// Its ID.
    #[must_use]
    pub fn id(self) -> ProjectId {
        self.id.get_value()
    }

    /// Keeps what was typed for the page of this connector, which opens next.
    pub fn carry_over(self, name: ConnectorName, draft: Draft) {
        self.carried.set_value(Some((name, draft)));
    }

    /// What was typed for this connector before its page opened. Only the next page is given it.
    #[must_use]
    pub fn carried_over(self, name: &ConnectorName) -> Option<Draft> {
        let carried = self.carried.try_update_value(Option::take).flatten();
        carried.filter(|(meant, _)| meant == name).map(|(_, draft)| draft)
    }
}

/// The project of this page.
///
/// # Panics
/// Outside of a project's pages: a mistake in the program that every test of the page shows.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "a mistake in the program; `expect_context` would bring `Debug` of texts along"
)]
pub fn use_project() -> ProjectScope {
    use_context().expect("the pages of a project are beneath its scope")
}
