//! What the form knows while a person edits.

use std::collections::BTreeSet;

use crate::reactive::memo;
use connector::{Change, ConfigDraft, Decisions, Draft, Field, HttpPushDraft, Merge, Problem, Rules};
use dt_api::{Connector, ConnectorKind};
use leptos::prelude::*;

/// A draft, the connector it edits, and which of its problems the person has been told of.
#[derive(Clone, Copy)]
pub struct Form {
    original: RwSignal<Option<Connector>>,
    draft: RwSignal<Draft>,
    /// What a new connector's form showed at first.
    blank: StoredValue<Draft>,
    problems: Memo<Vec<Problem>>,
    changes: Memo<Vec<Change>>,
    visited: RwSignal<BTreeSet<Field>>,
    tried: RwSignal<bool>,
    refused: RwSignal<Option<Problem>>,
}

impl Form {
    /// An empty form for a new connector.
    #[must_use]
    pub fn create(kind: &ConnectorKind, rules: Rules) -> Self {
        Self::new(None, Draft::new(kind), rules)
    }

    /// The form of an existing connector.
    #[must_use]
    pub fn edit_connector(connector: Connector, rules: Rules) -> Self {
        let draft = Draft::from(&connector);
        Self::new(Some(connector), draft, rules)
    }

    fn new(original: Option<Connector>, draft: Draft, rules: Rules) -> Self {
        let original = RwSignal::new(original);
        let blank = StoredValue::new(draft.clone());
        let draft = RwSignal::new(draft);
        let changes = memo(move || {
            original.with(|original| {
                original
                    .as_ref()
                    .map(|original| draft.with(|draft| draft.changes(original)))
                    .unwrap_or_default()
            })
        });
        Self {
            original,
            draft,
            blank,
            problems: memo(move || draft.with(|draft| draft.problems(&rules))),
            changes,
            visited: RwSignal::default(),
            tried: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    /// Uses the draft.
    pub fn with<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// Uses the draft without following its changes.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// A text of the draft, as a signal.
    pub fn text(self, read: impl for<'a> Fn(&'a Draft) -> &'a str + Send + Sync + 'static) -> Signal<String> {
        memo(move || self.draft.with(|draft| read(draft).to_owned())).into()
    }

    /// What an HTTP push form shows, as a signal; the default for other types.
    pub fn http_push<T>(self, read: impl Fn(&HttpPushDraft) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        memo(move || {
            self.draft.with(|draft| match &draft.config {
                ConfigDraft::HttpPush(push) => read(push),
                _ => T::default(),
            })
        })
        .into()
    }

    /// Changes the draft. What DT Cloud said about the last try no longer holds.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.refused.set(None);
        self.draft.update(change);
    }

    /// The type of the connector.
    #[must_use]
    pub fn kind(self) -> Memo<ConnectorKind> {
        memo(move || self.draft.with(|draft| draft.config.kind()))
    }

    /// Makes a new connector one of another type; what does not depend on the type stays as entered.
    pub fn set_kind(self, kind: &ConnectorKind) {
        self.visited.update(BTreeSet::clear);
        self.tried.set(false);
        self.edit(|draft| draft.config = Draft::new(kind).config);
    }

    /// Changes what an HTTP push form shows.
    pub fn edit_http_push(self, change: impl FnOnce(&mut HttpPushDraft)) {
        self.edit(|draft| {
            if let ConfigDraft::HttpPush(push) = &mut draft.config {
                change(push);
            }
        });
    }

    /// The person has left this field: its problem is told from now on.
    pub fn visit(self, field: Field) {
        if self.visited.with_untracked(|visited| !visited.contains(&field)) {
            self.visited.update(|visited| {
                visited.insert(field);
            });
        }
    }

    /// The person wants to save: every problem is told from now on. Says whether there is none.
    #[must_use]
    pub fn try_to_save(self) -> bool {
        self.tried.set(true);
        self.problems.with_untracked(Vec::is_empty)
    }

    /// Whether the form shows what is wrong with this field now.
    #[must_use]
    pub fn has_place_for(self, field: Field) -> bool {
        let has_place = self.draft.try_with_untracked(|draft| match field {
            Field::Status => false,
            Field::Events => !draft.forward_all,
            Field::HeaderName(row) | Field::HeaderValue(row) => {
                matches!(&draft.config, ConfigDraft::HttpPush(push) if row < push.headers.len())
            }
            _ => true,
        });
        has_place.unwrap_or(false)
    }

    /// DT Cloud refused this field's value.
    pub fn refuse(self, field: Field, message: String) {
        self.refused.try_set(Some(Problem { field, message }));
    }

    /// The problem of a field, when it is time to tell it.
    #[must_use]
    pub fn error(self, field: Field) -> Signal<Option<String>> {
        self.error_where(move |other| other == field)
    }

    /// The first problem of several fields, when it is time to tell it.
    #[must_use]
    pub fn error_where(
        self,
        is_meant: impl Fn(Field) -> bool + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        memo(move || {
            let tried = self.tried.get();
            let is_told = |field: &Field| tried || self.visited.with(|visited| visited.contains(field));
            let found = self.problems.with(|problems| {
                let told = problems.iter().find(|problem| is_meant(problem.field) && is_told(&problem.field));
                told.map(|problem| problem.message.clone())
            });
            found.or_else(|| {
                self.refused.with(|refused| {
                    let refused = refused.as_ref().filter(|problem| is_meant(problem.field));
                    refused.map(|problem| problem.message.clone())
                })
            })
        })
        .into()
    }

    /// Whether saving would change this.
    #[must_use]
    pub fn changed(self, change: Change) -> Signal<bool> {
        memo(move || self.changes.with(|changes| changes.contains(&change))).into()
    }

    /// What saving would change in an existing connector, in the form's order.
    #[must_use]
    pub fn changes(self) -> Memo<Vec<Change>> {
        self.changes
    }

    /// Whether leaving would lose something.
    #[must_use]
    pub fn unsaved(self) -> Signal<bool> {
        memo(move || {
            if self.original.with(Option::is_some) {
                self.changes.with(|changes| !changes.is_empty())
            } else {
                self.draft.with(|draft| self.blank.with_value(|blank| draft != blank))
            }
        })
        .into()
    }

    /// The connector as DT Cloud last gave it; nothing while a new one is made.
    #[must_use]
    pub fn original(self) -> RwSignal<Option<Connector>> {
        self.original
    }

    /// Takes what DT Cloud keeps now that it has been `sent` a draft. Says whether the form shows it: a draft that was
    /// edited meanwhile stays, with what is still to be saved.
    #[must_use]
    pub fn saved(self, sent: &Draft, connector: Connector) -> bool {
        let untouched = self.draft.try_with_untracked(|draft| draft == sent).unwrap_or(true);
        if untouched {
            self.show(Draft::from(&connector));
            self.original.try_set(Some(connector));
        } else {
            self.take_over(connector);
        }
        untouched
    }

    /// The connector is another now. What was edited meanwhile stays, where that is not the same that has changed.
    pub fn take_over(self, now: Connector) {
        let base = self.original.try_get_untracked().flatten();
        let draft = base.and_then(|base| {
            self.draft.try_with_untracked(|mine| Merge::new(&base, mine, &now, &Decisions::new()).draft)
        });
        if let Some(draft) = draft {
            self.original.try_set(Some(now));
            self.draft.try_set(draft);
        }
    }

    /// Goes on from a draft of the same type that was begun elsewhere.
    pub fn carry_on(self, draft: Draft) {
        if self.with_untracked(|shown| shown.config.kind() == draft.config.kind()) {
            self.edit(|shown| *shown = draft);
        }
    }

    /// Begins a new connector with a draft of any type.
    pub fn begin_with(self, draft: Draft) {
        self.edit(|shown| *shown = draft);
    }

    /// Gives the changes up.
    pub fn discard(self) {
        let draft = self.original.with_untracked(|original| original.as_ref().map(Draft::from));
        if let Some(draft) = draft {
            self.show(draft);
        }
    }

    fn show(self, draft: Draft) {
        self.visited.try_update(BTreeSet::clear);
        self.tried.try_set(false);
        self.refused.try_set(None);
        self.draft.try_set(draft);
    }
}
