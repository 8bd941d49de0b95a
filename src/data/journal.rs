//! What was written in this session, and taking it back. It lives as long as the page does, and holds secrets: nothing of it is
//! shown or exported but summaries.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use connector::Decisions;
use connector::undo::{self, Deed};
use dt_api::{Connector, ConnectorName};
use leptos::prelude::*;
use leptos::task::spawn_local;
use visible_text::visible;

use super::{Added, Addition, Cloud, NextStep, Problem, use_cloud};
use crate::ui::{Toast, Toasts, Tone};

/// Something that was written.
#[derive(Clone)]
pub struct Entry {
    id: u64,
    /// When, in milliseconds since 1970.
    pub at: f64,
    /// What it was, without secrets.
    pub summary: String,
    /// What the connector was called then.
    pub called: String,
    /// Which connector it was.
    pub name: ConnectorName,
    /// Whether it can be, or has been, taken back.
    pub state: EntryState,
}

/// What became of something that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// It can be taken back.
    Done,
    /// It is being taken back.
    TakingBack,
    /// It was taken back.
    TakenBack,
}

/// What takes an entry back, and what is known of attempts whose answers were lost.
#[derive(Clone)]
struct Reversal {
    deed: Deed,
    addition: Addition,
    may_be_gone: Arc<AtomicBool>,
}

/// Whoever shows a connector, and what to do when it is another now.
type Listener = (ConnectorName, Callback<Connector>);

/// What was written in this session, the latest last. Copies are the same journal.
#[derive(Clone, Copy)]
pub struct Journal {
    entries: RwSignal<Vec<Entry>>,
    /// What takes each entry back, in their order.
    reversals: StoredValue<Vec<Reversal>>,
    listener: StoredValue<Option<Listener>>,
    cloud: Cloud,
    toasts: Toasts,
}

impl Journal {
    /// Begins an empty journal, and provides it as a context.
    pub fn provide() {
        provide_context(Self {
            entries: RwSignal::new(Vec::new()),
            reversals: StoredValue::new(Vec::new()),
            listener: StoredValue::new(None),
            cloud: use_cloud(),
            toasts: Toasts::expect(),
        });
    }

    /// What was written, the latest last.
    #[must_use]
    pub fn entries(self) -> RwSignal<Vec<Entry>> {
        self.entries
    }

    /// Writes down what was done, says it, and offers to take it back.
    pub fn record(self, deed: Deed, said: impl Into<String>) {
        let id = self.write(deed);
        let undo = Callback::new(move |()| self.take_back(id));
        self.say(Toast::new(Tone::Success, said).with_action("Undo", undo));
    }

    /// Says something, unless whoever wrote it has signed out meanwhile and somebody else may read it.
    fn say(self, toast: Toast) {
        if self.entries.try_with_untracked(|_| ()).is_some() {
            self.toasts.push(toast);
        }
    }

    fn write(self, deed: Deed) -> u64 {
        let connector = deed.connector();
        let id = self.entries.try_with_untracked(Vec::len).unwrap_or_default() as u64;
        let entry = Entry {
            id,
            at: js_sys::Date::now(),
            summary: deed.summary(),
            called: called(connector),
            name: connector.name.clone(),
            state: EntryState::Done,
        };
        let reversal = Reversal { deed, addition: Addition::default(), may_be_gone: Arc::default() };
        self.reversals.try_update_value(|reversals| reversals.push(reversal));
        self.entries.try_update(|entries| entries.push(entry));
        id
    }

    /// While the caller's owner lives, tells it when the connector of this name is another now.
    pub fn listen(self, name: ConnectorName, changed: Callback<Connector>) {
        self.listener.set_value(Some((name, changed)));
        on_cleanup(move || {
            self.listener.try_set_value(None);
        });
    }

    /// Takes an entry back. What others have changed since stays; where they changed the same, nothing is done.
    pub fn take_back(self, id: u64) {
        let is_done = self.entries.with_untracked(|entries| {
            entries.iter().any(|entry| entry.id == id && entry.state == EntryState::Done)
        });
        let reversal =
            self.reversals.with_value(|reversals| reversals.get(usize::try_from(id).ok()?).cloned());
        let Some(reversal) = reversal.filter(|_| is_done) else { return };
        self.set_state(id, EntryState::TakingBack);
        spawn_local(async move {
            match self.undo(reversal).await {
                Ok(said) => {
                    self.set_state(id, EntryState::TakenBack);
                    self.say(Toast::new(Tone::Success, said));
                }
                Err(problem) => {
                    self.set_state(id, EntryState::Done);
                    let said = format!("Not undone. {}. {}", problem.title, problem.detail);
                    self.say(Toast::new(Tone::Danger, said));
                }
            }
        });
    }

    async fn undo(self, reversal: Reversal) -> Result<String, Problem> {
        let client = self.cloud.client();
        let Reversal { deed, addition, may_be_gone } = reversal;
        match deed {
            Deed::Added(connector) => {
                match client.delete_connector(&connector.name).await {
                    // An attempt before has deleted it, although its answer did not say so.
                    Err(error) if error.is_refused_with(404) && may_be_gone.load(Relaxed) => {}
                    Err(error) => {
                        may_be_gone.fetch_or(error.may_be_done(), Relaxed);
                        return Err(error.into());
                    }
                    Ok(()) => {}
                }
                Ok(format!("{} is deleted again.", called(&connector)))
            }
            Deed::Deleted(connector) => {
                let body = undo::added_again(&connector);
                let added = addition.add(&client, &connector.name.project, &body).await;
                let Added { connector: again, .. } = added.map_err(|error| addition.problem(error))?;
                Ok(format!("{} is added again, with the new ID {}.", called(&again), again.name.connector))
            }
            Deed::Updated { before, after } => {
                let now = client.connector(&after.name).await?;
                let merge = undo::take_back(&before, &after, &now, &Decisions::new());
                if let Some(clash) = merge.clashes.first() {
                    return Err(clashing(&clash.subject.label()));
                }
                // Somebody may have taken it back already.
                let Some(patch) = merge.draft.patch(&now) else {
                    self.tell(&now);
                    return Ok("It is undone already.".to_owned());
                };
                let kept = client.update_connector(&after.name, &patch).await?;
                self.tell(&kept);
                Ok(format!("{} is as it was.", called(&kept)))
            }
        }
    }

    fn tell(self, connector: &Connector) {
        let listener = self.listener.try_get_value().flatten();
        if let Some((_, changed)) = listener.filter(|(name, _)| *name == connector.name) {
            changed.run(connector.clone());
        }
    }

    fn set_state(self, id: u64, state: EntryState) {
        self.entries.try_update(|entries| {
            for entry in entries.iter_mut().filter(|entry| entry.id == id) {
                entry.state = state;
            }
        });
    }
}

impl Entry {
    /// By which the journal takes it back.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }
}

/// The journal of this session.
///
/// # Panics
/// Outside of the console's frame, which provides it: a mistake in the program that every test of the page shows.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "a mistake in the program; `expect_context` would bring `Debug` of texts along"
)]
pub fn use_journal() -> Journal {
    use_context().expect("the console provides the journal")
}

/// What people call a connector: its name, or the ID of one without.
fn called(connector: &Connector) -> String {
    match connector.display_name.trim() {
        "" => connector.name.connector.to_string(),
        name => visible(name).into_owned(),
    }
}

fn clashing(field: &str) -> Problem {
    Problem::new(
        "Somebody has changed the same since",
        format!("“{field}” is another now. Open the Data Connector and decide there."),
        NextStep::CorrectInput,
    )
}
