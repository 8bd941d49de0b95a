//! Names of projects, so that the frame can name a project before its own pages have read it.

use std::collections::BTreeMap;

use crate::reactive::settled;
use dt_api::{Project, ProjectId};
use leptos::prelude::*;

/// The names seen so far.
#[derive(Clone, Copy)]
pub struct ProjectNames(RwSignal<BTreeMap<ProjectId, String>>);

impl ProjectNames {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Takes a project's name in.
    pub fn learn(self, project: &Project) {
        let is_new = |names: &BTreeMap<_, _>| names.get(&project.id) != Some(&project.display_name);
        if !project.display_name.is_empty() && self.0.try_with_untracked(is_new).unwrap_or(false) {
            self.0.try_update(|names| names.insert(project.id.clone(), project.display_name.clone()));
        }
    }

    /// A project's name, for as long as the current owner lives; its ID until the name is known.
    #[must_use]
    pub fn of(self, project: ProjectId) -> ReadSignal<String> {
        settled(move || {
            self.0.with(|names| names.get(&project).cloned()).unwrap_or_else(|| project.to_string())
        })
    }
}

impl Default for ProjectNames {
    fn default() -> Self {
        Self::new()
    }
}

/// The names known to this page.
#[must_use]
pub fn use_project_names() -> ProjectNames {
    use_context().unwrap_or_default()
}
