//! Forms that a person has edited, in any way that the controls allow.

use std::collections::BTreeSet;

use connector::{ConfigDraft, Draft, HeaderRow, SecretChange};
use dt_api::{Connector, EventType, arbitrary};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

use arbitrary::text;

/// What was done to the controls of a form; those left out were left alone.
#[derive(Clone, Debug)]
pub struct Edit {
    display_name: Option<String>,
    enabled: Option<bool>,
    selection: Option<(bool, BTreeSet<EventType>)>,
    labels: Option<Vec<String>>,
    config: ConfigEdit,
}

impl Edit {
    /// Does it.
    pub fn apply(self, draft: &mut Draft) {
        replace(&mut draft.display_name, self.display_name);
        replace(&mut draft.enabled, self.enabled);
        if let Some((forward_all, selected_events)) = self.selection {
            draft.forward_all = forward_all;
            draft.selected_events = selected_events;
        }
        replace(&mut draft.labels, self.labels);
        self.config.apply(&mut draft.config);
    }
}

/// Any edit.
pub fn edit() -> impl Strategy<Value = Edit> {
    let selection = (any::<bool>(), btree_set(arbitrary::event_type(), 0..4));
    let edits =
        (option::of(text()), option::of(any::<bool>()), option::of(selection), option::of(vec(text(), 0..3)));
    (edits, config_edit()).prop_map(|((display_name, enabled, selection, labels), config)| Edit {
        display_name,
        enabled,
        selection,
        labels,
        config,
    })
}

/// A connector and its form, in which each control was left alone or changed.
pub fn edited_draft() -> impl Strategy<Value = (Connector, Draft)> {
    (arbitrary::connector(), edit()).prop_map(|(original, edit)| {
        let mut draft = Draft::from(&original);
        edit.apply(&mut draft);
        (original, draft)
    })
}

fn replace<T>(control: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *control = new;
    }
}

/// What was typed into the controls of a type, from the first to the last text field.
#[derive(Clone, Debug)]
struct ConfigEdit {
    texts: [Option<String>; 4],
    headers: Option<Vec<HeaderRow>>,
    secret: SecretChange,
}

fn config_edit() -> impl Strategy<Value = ConfigEdit> {
    let row =
        (prop_oneof!["[A-Za-z-]{0,4}", text()], text()).prop_map(|(name, value)| HeaderRow { name, value });
    let secret = prop_oneof![
        2 => Just(SecretChange::Keep),
        1 => Just(SecretChange::Clear),
        1 => text().prop_map(SecretChange::Replace),
    ];
    let texts = [option::of(text()), option::of(text()), option::of(text()), option::of(text())];
    (texts, option::of(vec(row, 0..4)), secret).prop_map(|(texts, headers, secret)| ConfigEdit {
        texts,
        headers,
        secret,
    })
}

impl ConfigEdit {
    fn apply(self, config: &mut ConfigDraft) {
        let [first, second, third, fourth] = self.texts;
        match config {
            ConfigDraft::HttpPush(draft) => {
                replace(&mut draft.url, first);
                replace(&mut draft.headers, self.headers);
                draft.signature_secret = self.secret;
            }
            ConfigDraft::AzureServiceBus(draft) => {
                replace(&mut draft.url, first);
                replace(&mut draft.tenant_id, second);
                replace(&mut draft.client_id, third);
                replace(&mut draft.correlation_id, fourth);
            }
            ConfigDraft::AzureEventHub(draft) => {
                replace(&mut draft.url, first);
                replace(&mut draft.tenant_id, second);
                replace(&mut draft.client_id, third);
            }
            ConfigDraft::GoogleCloudPubsub(draft) => {
                replace(&mut draft.topic, first);
                replace(&mut draft.audience, second);
            }
            ConfigDraft::AwsSqs(draft) => {
                replace(&mut draft.queue_url, first);
                replace(&mut draft.aws_role_arn, second);
                replace(&mut draft.audience, third);
            }
            ConfigDraft::Unknown(_) => {}
        }
    }
}
