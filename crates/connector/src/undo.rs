//! What takes a write back.

use dt_api::{Config, Connector, Status};
use serde_json::Value;

use crate::draft::{ConfigDraft, Draft, SecretChange};
use crate::merge::{Decisions, Merge};

/// Something that was written, with all that is needed to take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A connector was added.
    Added(Connector),
    /// A connector was changed.
    Updated {
        /// As it was.
        before: Box<Connector>,
        /// As DT Cloud kept it.
        after: Box<Connector>,
    },
    /// A connector was deleted.
    Deleted(Connector),
}

impl Deed {
    /// The connector it was done to, as it was left; of a deleted one, as it was.
    #[must_use]
    pub fn connector(&self) -> &Connector {
        match self {
            Self::Added(connector) | Self::Deleted(connector) => connector,
            Self::Updated { after, .. } => after,
        }
    }

    /// What was done, in a few words without any secret: `Updated: Display name, Labels`.
    #[must_use]
    pub fn summary(&self) -> String {
        match self {
            Self::Added(_) => "Added".to_owned(),
            Self::Deleted(_) => "Deleted".to_owned(),
            Self::Updated { before, after } => {
                let changes = restoring(after, before).changes(before);
                let labels: Vec<&str> = changes.iter().map(|change| change.label()).collect();
                format!("Updated: {}", labels.join(", "))
            }
        }
    }
}

/// The draft of `current` that shows what `wanted` is, its secret too. What only DT Cloud can do, disabling a connector by
/// itself, becomes disabling it.
#[must_use]
pub fn restoring(wanted: &Connector, current: &Connector) -> Draft {
    let mut draft = Draft::from(wanted);
    if let (ConfigDraft::HttpPush(push), Config::HttpPush(wanted), Config::HttpPush(current)) =
        (&mut draft.config, &wanted.config, &current.config)
    {
        push.signature_secret = if wanted.signature_secret == current.signature_secret {
            SecretChange::Keep
        } else if wanted.signature_secret.is_empty() {
            SecretChange::Clear
        } else {
            SecretChange::Replace(wanted.signature_secret.clone())
        };
    }
    draft
}

/// Takes an update back from the connector as it is now, which others may have changed since: what they changed stays.
#[must_use]
pub fn take_back(before: &Connector, after: &Connector, now: &Connector, decisions: &Decisions) -> Merge {
    Merge::new(after, &restoring(before, after), now, decisions)
}

/// The body that adds a deleted connector again, with all it had, also what this program does not know. It gets a new ID.
#[must_use]
pub fn added_again(connector: &Connector) -> Value {
    let mut body = connector.to_json();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("name");
        if connector.status != Status::Active {
            fields.insert("status".to_owned(), Status::UserDisabled.as_str().into());
        }
    }
    body
}

/// Whether the connector is just what a request with this body asked for.
#[must_use]
pub fn is_made_from(connector: &Connector, body: &Value) -> bool {
    let mut asked = body.clone();
    if let Some(fields) = asked.as_object_mut() {
        fields.insert("name".to_owned(), connector.name.to_string().into());
    }
    Connector::from_json(&asked).is_ok_and(|asked| {
        asked.config.kind() == connector.config.kind()
            && restoring(&asked, connector).changes(connector).is_empty()
    })
}

impl Draft {
    /// The body that adds `original`, which was deleted meanwhile, again as the draft has it. `None` while nothing is selected
    /// to forward.
    #[must_use]
    pub fn added_again(&self, original: &Connector) -> Option<Value> {
        self.events()?;
        let mut body = added_again(original);
        if let (Some(fields), Some(Value::Object(changes))) = (body.as_object_mut(), self.patch(original)) {
            fields.extend(changes);
        }
        Some(body)
    }
}
