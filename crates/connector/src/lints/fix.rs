//! What the console can do about a lint.

use std::collections::BTreeSet;

use dt_api::EventType;

use super::wording::enumeration;
use super::{hidden, quotes, spaces, url};
use crate::draft::{ConfigDraft, Draft, HttpPushDraft};
use crate::problems::Field;

/// A change of a draft that follows a piece of advice. It holds no secrets, and of a draft that was edited meanwhile it
/// changes only what still asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Takes user name and password out of the URL and makes them an `Authorization` header.
    MoveCredentials,
    /// Removes the URL's fragment.
    RemoveFragment,
    /// Removes the spaces around a text.
    Trim(Field),
    /// Removes the characters that hide in a text.
    RemoveHidden(Field),
    /// Removes the quotes around the value in this row of headers.
    Unquote(usize),
    /// Selects more event types.
    SelectEvents(BTreeSet<EventType>),
    /// Deselects event types.
    DeselectEvents(BTreeSet<EventType>),
    /// Replaces a label key.
    UseLabelKey {
        /// The key that no device has.
        instead_of: String,
        /// The key that devices have.
        key: String,
    },
}

impl Fix {
    /// What a button says that applies it.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::MoveCredentials => "Move to an Authorization header".to_owned(),
            Self::RemoveFragment => "Remove the part from # on".to_owned(),
            Self::Trim(_) => "Remove the spaces".to_owned(),
            Self::RemoveHidden(_) => "Remove what is hidden".to_owned(),
            Self::Unquote(_) => "Remove the quotes".to_owned(),
            Self::SelectEvents(events) => format!("Also forward {}", names(events)),
            Self::DeselectEvents(events) => format!("Deselect {}", names(events)),
            Self::UseLabelKey { key, .. } => format!("Use “{key}”"),
        }
    }

    /// Changes the draft.
    pub fn apply(&self, draft: &mut Draft) {
        match self {
            Self::MoveCredentials => edit_http_push(draft, url::move_credentials),
            Self::RemoveFragment => edit_http_push(draft, |push| url::remove_fragment(&mut push.url)),
            Self::Trim(field) => spaces::trim(draft, *field),
            Self::RemoveHidden(field) => hidden::remove(draft, *field),
            Self::Unquote(row) => edit_http_push(draft, |push| {
                if let Some(row) = push.headers.get_mut(*row) {
                    quotes::unquote(&mut row.value);
                }
            }),
            Self::SelectEvents(events) => draft.selected_events.extend(events.iter().cloned()),
            Self::DeselectEvents(events) => draft.selected_events.retain(|event| !events.contains(event)),
            Self::UseLabelKey { instead_of, key } => {
                if !draft.labels.contains(key)
                    && let Some(label) = draft.labels.iter_mut().find(|label| *label == instead_of)
                {
                    label.clone_from(key);
                }
            }
        }
    }
}

fn edit_http_push(draft: &mut Draft, edit: impl FnOnce(&mut HttpPushDraft)) {
    if let ConfigDraft::HttpPush(push) = &mut draft.config {
        edit(push);
    }
}

fn names(events: &BTreeSet<EventType>) -> String {
    enumeration(events.iter().map(EventType::as_str))
}
