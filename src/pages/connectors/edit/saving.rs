//! From Update Data Connector to what DT Cloud keeps: review, merge with what others saved meanwhile, send, compare.

use connector::undo::Deed;
use connector::{Change, Decisions, Draft, Merge, Review, Side, Subject};
use dt_api::{Connector, ConnectorName};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor::tell;
use super::small_changes::skips_review;
use crate::data::{Added, Addition, Cloud, Journal, Problem, Write, use_cloud, use_journal};
use crate::pages::connectors::form::Form;
use crate::reactive::memo;

/// A save of the form. Copies are the same save.
#[derive(Clone, Copy)]
pub struct Saving {
    form: Form,
    reach: StoredValue<Reach>,
    /// Whether the changes are being reviewed.
    pub open: RwSignal<bool>,
    /// The connector as it is now, when others have changed it since the form was opened.
    theirs: RwSignal<Option<Connector>>,
    decisions: RwSignal<Decisions>,
    /// Whether the connector has been deleted meanwhile.
    pub gone: RwSignal<bool>,
    /// The request.
    pub write: Write,
    merge: Memo<Option<Merge>>,
}

/// What a save is about, and what it goes through.
#[derive(Clone)]
struct Reach {
    name: ConnectorName,
    element: NodeRef<html::Form>,
    cloud: Cloud,
    journal: Journal,
    /// How often the changes have been confirmed.
    attempts: StoredValue<u32>,
    /// What DT Cloud did not keep as it was asked to.
    kept_otherwise: RwSignal<Vec<Change>>,
    /// Of a connector that was deleted meanwhile.
    addition: Addition,
}

/// What a person has confirmed.
struct Confirmed {
    /// The form's draft.
    mine: Draft,
    /// The draft that is sent: theirs where only they changed something.
    draft: Draft,
    /// What it is a draft of.
    known: Connector,
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
            reach: StoredValue::new(Reach {
                name,
                element,
                cloud: use_cloud(),
                journal: use_journal(),
                attempts: StoredValue::new(0),
                kept_otherwise: RwSignal::new(Vec::new()),
                addition: Addition::default(),
            }),
            open: RwSignal::new(false),
            theirs,
            decisions,
            gone: RwSignal::new(false),
            write: Write::new(),
            merge,
        }
    }

    /// The form was submitted without problems: shows what would change, and looks whether others have changed it too. A small
    /// change is saved at once, if the person has chosen that.
    pub fn begin(self) {
        self.kept_otherwise().set(Vec::new());
        self.decisions.set(Decisions::new());
        self.theirs.set(None);
        self.gone.set(false);
        if skips_review() && self.review().is_small() {
            self.confirm();
            return;
        }
        self.open.set(true);
        let Reach { name, cloud, attempts, .. } = self.reach.get_value();
        let attempt = attempts.try_get_value().unwrap_or_default();
        let client = cloud.client();
        spawn_local(async move {
            // Should this fail, the same question is asked again before anything is sent.
            match client.connector(&name).await {
                // The person was quicker, and the question has been asked again.
                _ if attempts.try_get_value() != Some(attempt) => {}
                Ok(now) => self.look(now),
                Err(error) if error.is_refused_with(404) => drop(self.gone.try_set(true)),
                // The dialog that asks to sign in again needs the place.
                Err(error) if error.is_refused_with(401) => drop(self.open.try_set(false)),
                Err(_) => {}
            }
        });
    }

    /// What a save would change now.
    pub fn review(self) -> Review {
        let (draft, original) = self.pending();
        original.map(|original| draft.review(&original)).unwrap_or_default()
    }

    /// What DT Cloud did not keep as it was asked to.
    pub fn kept_otherwise(self) -> RwSignal<Vec<Change>> {
        self.reach.with_value(|reach| reach.kept_otherwise)
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
        self.reach.with_value(|reach| reach.attempts.update_value(|attempts| *attempts += 1));
        self.open.set(false);
        // The form may be gone before the answers come.
        let (draft, known) = self.pending();
        let mine = self.form.with_untracked(Clone::clone);
        let (reach, Some(known)) = (self.reach.get_value(), known) else { return };
        self.write.start(async move { self.update(reach, Confirmed { mine, draft, known }).await });
    }

    /// Adds the connector that was deleted meanwhile again, as the form shows it.
    pub fn add_again(self, added: impl FnOnce(Connector) + 'static) {
        let draft = self.form.with_untracked(Clone::clone);
        let original = self.form.original().get_untracked();
        let Some(body) = original.and_then(|original| draft.added_again(&original)) else { return };
        self.open.set(false);
        let Reach { name, element, cloud, journal, addition, .. } = self.reach.get_value();
        self.write.start(async move {
            match addition.add(&cloud.client(), &name.project, &body).await {
                Ok(Added { connector, .. }) => {
                    journal
                        .record(Deed::Added(connector.clone()), "Data Connector added again, with a new ID.");
                    added(connector);
                    Ok(())
                }
                Err(error) if error.may_be_done() => Err(Some(addition.problem(error))),
                Err(error) => Err(tell(self.form, error, element)),
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

    /// Takes note of the connector as it is when the review opens.
    fn look(self, now: Connector) {
        let original = self.form.original().try_get_untracked().flatten();
        if original.is_some_and(|original| original != now) {
            self.theirs.try_set(Some(now));
        }
    }

    /// A failure holds no problem when that is told elsewhere: at a field, or in the review.
    async fn update(self, reach: Reach, confirmed: Confirmed) -> Result<(), Option<Problem>> {
        let Reach { name, element, cloud, journal, kept_otherwise, .. } = reach;
        let Confirmed { mine, draft, known } = confirmed;
        let client = cloud.client();
        let now = match client.connector(&name).await {
            Ok(now) => now,
            Err(error) if error.is_refused_with(404) => {
                self.gone.try_set(true);
                self.open.try_set(true);
                return Err(None);
            }
            Err(error) => return Err(Some(error.into())),
        };
        if now != known {
            self.theirs.try_set(Some(now));
            self.open.try_set(true);
            return Err(None);
        }
        // Nothing of mine is left when others have done the same.
        let kept = match draft.patch(&now) {
            None => now.clone(),
            Some(patch) => match client.update_connector(&name, &patch).await {
                Ok(kept) => kept,
                Err(error) => return Err(tell(self.form, error, element)),
            },
        };
        kept_otherwise.try_set(draft.changes(&kept));
        let shows_it = self.form.saved(&mine, kept.clone());
        self.theirs.try_set(None);
        let deed = Deed::Updated { before: Box::new(now), after: Box::new(kept) };
        journal.record(
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
