//! Three-way merge: a person's changes and those that somebody else has saved meanwhile.

mod events;
mod headers;
mod labels;
mod secret;

use std::collections::BTreeMap;

use dt_api::Connector;

use crate::change::Change;
use crate::draft::{ConfigDraft, Draft};
use crate::review::Difference;

/// A draft that was begun on an older connector, as one of the connector as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// What the form shows from here on: theirs where only they changed something, mine everywhere else. Its original is the
    /// connector as it is now.
    pub draft: Draft,
    /// What others have changed, that the draft takes over.
    pub taken_over: Vec<Difference>,
    /// What both have changed, to different things.
    pub clashes: Vec<Clash>,
}

/// Something that both have changed, to different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// What.
    pub subject: Subject,
    /// What I made of it. Secrets are not shown.
    pub mine: String,
    /// What they made of it.
    pub theirs: String,
    /// Which the draft holds; `None` while nobody has decided, and then it holds mine.
    pub decision: Option<Side>,
}

/// What can be mine or theirs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A field as a whole.
    Field(Change),
    /// The header of this name, in lower case.
    Header(String),
}

/// Whose change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The person's at this form.
    Mine,
    /// The one that is saved already.
    Theirs,
}

/// What the person has decided about clashes.
pub type Decisions = BTreeMap<Subject, Side>;

impl Merge {
    /// Takes `mine`, a draft of `base`, over to `theirs`, the same connector as it is now. What a clash is about is in the
    /// result, whatever has been decided about it.
    #[must_use]
    pub fn new(base: &Connector, mine: &Draft, theirs: &Connector, decisions: &Decisions) -> Self {
        let (before, now) = (Draft::from(base), Draft::from(theirs));
        let mut merging = Merging { draft: mine.clone(), clashes: Vec::new(), decisions };
        if mine.enabled == before.enabled {
            merging.draft.enabled = now.enabled;
        }
        merging.texts(&before, &now);
        merging.events(&before, &now);
        merging.draft.labels = labels::merged(&before.labels, &mine.labels, &now.labels);
        match (&before.config, &now.config) {
            (ConfigDraft::HttpPush(before), ConfigDraft::HttpPush(now)) => {
                merging.headers(before, now);
                merging.secret(&base.config, &theirs.config);
            }
            // Nothing of an unknown type can be edited.
            (ConfigDraft::Unknown(_), now) => merging.draft.config = now.clone(),
            _ => {}
        }
        let Merging { draft, mut clashes, .. } = merging;
        clashes.sort_by(|one, other| one.subject.cmp(&other.subject));
        let taken_over = taken_over(&now, base, &clashes);
        Self { draft, taken_over, clashes }
    }

    /// Whether nothing is left to decide.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.clashes.iter().all(|clash| clash.decision.is_some())
    }
}

impl Subject {
    /// What the form calls it.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Field(field) => field.label().to_owned(),
            Self::Header(name) => format!("Header {name}"),
        }
    }
}

/// A merge under way.
struct Merging<'a> {
    draft: Draft,
    clashes: Vec<Clash>,
    decisions: &'a Decisions,
}

impl Merging<'_> {
    /// Notes a clash, and says whether theirs is to be taken.
    fn clash(&mut self, subject: Subject, mine: String, theirs: String) -> bool {
        let decision = self.decisions.get(&subject).copied();
        self.clashes.push(Clash { subject, mine, theirs, decision });
        decision == Some(Side::Theirs)
    }

    fn texts(&mut self, before: &Draft, now: &Draft) {
        for field in Change::ALL {
            let (Some(before), Some(now)) = (before.text(field), now.text(field)) else { continue };
            let Some(mine) = self.draft.text(field).map(str::to_owned) else { continue };
            let theirs_wins = match Verdict::of(&before, &mine.as_str(), &now) {
                Verdict::Mine => false,
                Verdict::Theirs => true,
                Verdict::Clash => {
                    let shown = crate::secret::without_password;
                    self.clash(Subject::Field(field), shown(&mine), shown(now))
                }
            };
            if theirs_wins && let Some(text) = self.draft.text_mut(field) {
                now.clone_into(text);
            }
        }
    }
}

/// Whose value is to be taken.
enum Verdict {
    Mine,
    Theirs,
    Clash,
}

impl Verdict {
    fn of<T: PartialEq + ?Sized>(before: &T, mine: &T, now: &T) -> Self {
        if mine == before {
            Self::Theirs
        } else if now == before || now == mine {
            Self::Mine
        } else {
            Self::Clash
        }
    }
}

/// What others changed, without what clashes.
fn taken_over(now: &Draft, base: &Connector, clashes: &[Clash]) -> Vec<Difference> {
    let clashes_at = |subject: &Subject| clashes.iter().any(|clash| clash.subject == *subject);
    let differences = now.differences(base).into_iter().filter_map(|mut difference| {
        if difference.field == Change::Headers {
            difference.lines.retain(|line| {
                let name = line.text.split_once(':').map_or("", |(name, _)| name).to_lowercase();
                !clashes_at(&Subject::Header(name))
            });
        }
        let is_whole = clashes_at(&Subject::Field(difference.field));
        (!is_whole && !difference.lines.is_empty()).then_some(difference)
    });
    differences.collect()
}
