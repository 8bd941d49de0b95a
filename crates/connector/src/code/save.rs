//! What saving a draft sends, and what it leads to (`dt-api.md` §3.2 to §3.4).

use dt_api::{Method, ProjectId, percent};
use serde_json::Value;

use super::Target;
use crate::draft::Draft;

/// The request that saves a draft, in parts.
pub(super) struct Save<'a> {
    pub(super) base_url: &'a str,
    pub(super) method: Method,
    pub(super) target: Target<'a>,
    pub(super) body: Option<Value>,
    /// The Data Connector afterwards, as far as it is known: a new one has no name.
    pub(super) wanted: Value,
    /// The field that holds its configuration, where that is known.
    pub(super) config: Option<&'static str>,
}

impl<'a> Save<'a> {
    pub(super) fn new(draft: &Draft, target: Target<'a>, base_url: &'a str) -> Option<Self> {
        let (method, body, wanted, config) = match target {
            Target::Create(_) => {
                let body = draft.create_body()?;
                (Method::Post, Some(body.clone()), body, draft.config.to_config(None).field())
            }
            Target::Update(original) => {
                let patch = draft.patch(original);
                let mut wanted = original.to_json();
                if let (Some(wanted), Some(Value::Object(changed))) = (wanted.as_object_mut(), &patch) {
                    wanted.extend(changed.clone());
                }
                let method = if patch.is_some() { Method::Patch } else { Method::Get };
                (method, patch, wanted, original.config.field())
            }
        };
        Some(Self { base_url: base_url.trim_end_matches('/'), method, target, body, wanted, config })
    }

    /// The project that the Data Connector belongs to.
    pub(super) fn project(&self) -> &ProjectId {
        match self.target {
            Target::Create(project) => project,
            Target::Update(original) => &original.name.project,
        }
    }

    /// The ID of the Data Connector as a path segment, where it has one already.
    pub(super) fn connector_segment(&self) -> Option<String> {
        match self.target {
            Target::Create(_) => None,
            Target::Update(original) => Some(percent::encode(original.name.connector.as_str())),
        }
    }

    /// The ID of the project as a path segment.
    pub(super) fn project_segment(&self) -> String {
        percent::encode(self.project().as_str())
    }

    /// The path after the base URL.
    pub(super) fn path(&self) -> String {
        let mut path = ["/projects/", &self.project_segment(), "/dataconnectors"].concat();
        if let Some(connector) = self.connector_segment() {
            path.push('/');
            path.push_str(&connector);
        }
        path
    }
}
