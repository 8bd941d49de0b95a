//! What the form knows while a person edits.

use std::collections::BTreeSet;

use crate::reactive::{memo, settled};
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
    rules: Rules,
    /// The problems that it is time to tell.
    told: ReadSignal<Vec<Problem>>,
    changes: ReadSignal<Vec<Change>>,
    due: RwSignal<Due>,
    refused: RwSignal<Option<Problem>>,
}

/// Which fields it is time to tell the problems of.
#[derive(Clone, PartialEq, Eq)]
enum Due {
    /// Those that the person has left.
    Visited(BTreeSet<Field>),
    /// All: the person has tried to save.
    All,
}

impl Due {
    const NONE: Self = Self::Visited(BTreeSet::new());

    fn includes(&self, field: Field) -> bool {
        match self {
            Self::Visited(fields) => fields.contains(&field),
            Self::All => true,
        }
    }
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
        let changes = settled(move || {
            original.with(|original| {
                original
                    .as_ref()
                    .map(|original| draft.with(|draft| draft.changes(original)))
                    .unwrap_or_default()
            })
        });
        let due = RwSignal::new(Due::NONE);
        let refused = RwSignal::new(None);
        let told = settled(move || {
            let mut told = draft.with(|draft| draft.problems(&rules));
            due.with(|due| told.retain(|problem| due.includes(problem.field)));
            told.extend(refused.get());
            told
        });
        Self { original, draft, blank, rules, told, changes, due, refused }
    }

    /// Uses the draft.
    pub fn with<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// Uses the draft without following its changes.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// Follows every change of the draft.
    pub fn track(self) {
        self.draft.track();
    }

    /// A text of the draft, as a signal.
    pub fn text(self, read: impl for<'a> Fn(&'a Draft) -> &'a str + Send + Sync + 'static) -> Signal<String> {
        settled(move || self.draft.with(|draft| read(draft).to_owned())).into()
    }

    /// What an HTTP push form shows, as a signal; the default for other types.
    pub fn http_push<T>(self, read: impl Fn(&HttpPushDraft) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        settled(move || {
            self.draft.with(|draft| match &draft.config {
                ConfigDraft::HttpPush(push) => read(push),
                _ => T::default(),
            })
        })
        .into()
    }

    /// Changes the draft. What DT Cloud said about the last try no longer holds.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.refused.maybe_update(|refused| refused.take().is_some());
        self.draft.update(change);
    }

    /// The type of the connector.
    #[must_use]
    pub fn kind(self) -> ReadSignal<ConnectorKind> {
        settled(move || self.draft.with(|draft| draft.config.kind()))
    }

    /// Makes a new connector one of another type; what does not depend on the type stays as entered.
    pub fn set_kind(self, kind: &ConnectorKind) {
        self.due.set(Due::NONE);
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
        self.due.maybe_update(|due| match due {
            Due::Visited(fields) => fields.insert(field),
            Due::All => false,
        });
    }

    /// The person wants to save: every problem is told from now on. Says whether there is none.
    #[must_use]
    pub fn try_to_save(self) -> bool {
        self.due.set(Due::All);
        self.draft.with_untracked(|draft| draft.problems(&self.rules).is_empty())
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
            self.told.with(|told| {
                told.iter().find(|problem| is_meant(problem.field)).map(|problem| problem.message.clone())
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
    pub fn changes(self) -> ReadSignal<Vec<Change>> {
        self.changes
    }

    /// Whether leaving would lose something.
    #[must_use]
    pub fn unsaved(self) -> Signal<bool> {
        settled(move || {
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
        self.due.try_set(Due::NONE);
        self.refused.try_set(None);
        self.draft.try_set(draft);
    }
}
