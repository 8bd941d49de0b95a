//! From Update Data Connector to what DT Cloud keeps: review, merge with what others saved meanwhile, send, compare.

use connector::undo::Deed;
use connector::{Change, Decisions, Draft, Merge, Review, Side, Subject};
use dt_api::{Connector, ConnectorName, Error};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor::tell;
use super::small_changes::skips_review;
use crate::data::{Cloud, Journal, Problem, Write, use_cloud, use_journal};
use crate::pages::connectors::form::Form;
use crate::reactive::memo;

/// A save of the form. Copies are the same save.
#[derive(Clone, Copy)]
pub struct Saving {
    form: Form,
    name: StoredValue<ConnectorName>,
    element: NodeRef<html::Form>,
    cloud: Cloud,
    journal: Journal,
    /// Whether the changes are being reviewed.
    pub open: RwSignal<bool>,
    /// The connector as it is now, when others have changed it since the form was opened.
    theirs: RwSignal<Option<Connector>>,
    decisions: RwSignal<Decisions>,
    /// Whether the connector has been deleted meanwhile.
    pub gone: RwSignal<bool>,
    /// What DT Cloud did not keep as it was asked to.
    pub kept_otherwise: RwSignal<Vec<Change>>,
    /// The request.
    pub write: Write,
    merge: Memo<Option<Merge>>,
}

impl Saving {
    /// Nothing is being saved yet.
    pub fn new(form: Form, name: ConnectorName, element: NodeRef<html::Form>) -> Self {
        let (theirs, decisions) = (RwSignal::new(None::<Connector>), RwSignal::new(Decisions::new()));
        let merge = memo(move || {
            let base = form.original().get()?;
            let theirs = theirs.get()?;
            Some(form.with(|mine| decisions.with(|decisions| Merge::new(&base, mine, &theirs, decisions))))
        });
        Self {
            form,
            name: StoredValue::new(name),
            element,
            cloud: use_cloud(),
            journal: use_journal(),
            open: RwSignal::new(false),
            theirs,
            decisions,
            gone: RwSignal::new(false),
            kept_otherwise: RwSignal::new(Vec::new()),
            write: Write::new(),
            merge,
        }
    }

    /// The form was submitted without problems: shows what would change, and looks whether others have changed it too. A small
    /// change is saved at once, if the person has chosen that.
    pub fn begin(self) {
        self.kept_otherwise.set(Vec::new());
        self.decisions.set(Decisions::new());
        self.theirs.set(None);
        self.gone.set(false);
        if skips_review() && self.review().is_small() {
            self.confirm();
            return;
        }
        self.open.set(true);
        let (client, name) = (self.cloud.client(), self.name.get_value());
        spawn_local(async move {
            // Should this fail, the same question is asked again before anything is sent.
            match client.connector(&name).await {
                Ok(now) => drop(self.has_changed(now)),
                Err(error) if is_refused_with(&error, 404) => drop(self.gone.try_set(true)),
                // The dialog that asks to sign in again needs the place.
                Err(error) if is_refused_with(&error, 401) => drop(self.open.try_set(false)),
                Err(_) => {}
            }
        });
    }

    /// What a save would change now.
    pub fn review(self) -> Review {
        let (draft, original) = self.pending();
        original.map(|original| draft.review(&original)).unwrap_or_default()
    }

    /// What others have changed, and what clashes with it.
    pub fn merge(self) -> Memo<Option<Merge>> {
        self.merge
    }

    /// The person decides about a clash.
    pub fn decide(self, subject: Subject, side: Side) {
        self.decisions.update(|decisions| {
            decisions.insert(subject, side);
        });
    }

    /// The person goes on editing.
    pub fn put_off(self) {
        self.open.set(false);
    }

    /// Sends what has changed.
    pub fn confirm(self) {
        if self.write.pending().get_untracked() {
            return;
        }
        self.open.set(false);
        self.write.start(async move { self.update().await });
    }

    /// Adds the connector that was deleted meanwhile again, as the form shows it.
    pub fn add_again(self, added: impl FnOnce(Connector) + 'static) {
        let draft = self.form.with_untracked(Clone::clone);
        let original = self.form.original().get_untracked();
        let Some(body) = original.and_then(|original| draft.added_again(&original)) else { return };
        self.open.set(false);
        self.write.start(async move {
            let project = self.name.get_value().project;
            match self.cloud.client().create_connector(&project, &body).await {
                Ok(connector) => {
                    self.journal
                        .record(Deed::Added(connector.clone()), "Data Connector added again, with a new ID.");
                    added(connector);
                    Ok(())
                }
                Err(error) => Err(tell(self.form, error, self.element)),
            }
        });
    }

    /// The draft that would be sent, and what it is a draft of.
    fn pending(self) -> (Draft, Option<Connector>) {
        match (self.merge.get_untracked(), self.theirs.get_untracked()) {
            (Some(merge), Some(theirs)) => (merge.draft, Some(theirs)),
            _ => (self.form.with_untracked(Clone::clone), self.form.original().get_untracked()),
        }
    }

    /// Takes note of the connector as it is now, and says whether that is news.
    fn has_changed(self, now: Connector) -> bool {
        let known = self.theirs.try_get_untracked().flatten();
        let known = known.or_else(|| self.form.original().try_get_untracked().flatten());
        let is_news = known.is_some_and(|known| known != now);
        if is_news {
            self.theirs.try_set(Some(now));
        }
        is_news
    }

    /// A failure holds no problem when that is told elsewhere: at a field, or in the review.
    async fn update(self) -> Result<(), Option<Problem>> {
        let (client, name) = (self.cloud.client(), self.name.get_value());
        let now = match client.connector(&name).await {
            Ok(now) => now,
            Err(error) if is_refused_with(&error, 404) => {
                self.gone.try_set(true);
                self.open.try_set(true);
                return Err(None);
            }
            Err(error) => return Err(Some(error.into())),
        };
        if self.has_changed(now.clone()) {
            self.open.try_set(true);
            return Err(None);
        }
        let mine = self.form.with_untracked(Clone::clone);
        let (draft, _) = self.pending();
        // Nothing of mine is left when others have done the same.
        let kept = match draft.patch(&now) {
            None => now.clone(),
            Some(patch) => match client.update_connector(&name, &patch).await {
                Ok(kept) => kept,
                Err(error) => return Err(tell(self.form, error, self.element)),
            },
        };
        self.kept_otherwise.try_set(draft.changes(&kept));
        let shows_it = self.form.saved(&mine, kept.clone());
        self.theirs.try_set(None);
        let deed = Deed::Updated { before: Box::new(now), after: Box::new(kept) };
        self.journal.record(
            deed,
            if shows_it {
                "Data Connector updated. The form shows what DT Cloud keeps."
            } else {
                "Data Connector updated. What you entered meanwhile is not saved yet."
            },
        );
        Ok(())
    }
}

fn is_refused_with(error: &Error, status: u16) -> bool {
    matches!(error, Error::Refused(refusal) if refusal.status == status)
}
