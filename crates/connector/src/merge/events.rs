//! Merging the selection of event types.

use std::collections::BTreeSet;

use dt_api::EventType;

use super::{Merging, Subject, Verdict};
use crate::change::Change;
use crate::draft::Draft;

/// What is forwarded.
#[derive(Clone, PartialEq)]
enum Selection {
    All,
    These(BTreeSet<EventType>),
}

impl Selection {
    fn of(draft: &Draft) -> Self {
        if draft.forward_all { Self::All } else { Self::These(draft.selected_events.clone()) }
    }

    /// How many, in words.
    fn words(&self) -> String {
        match self {
            Self::All => "All event types, also future ones".to_owned(),
            Self::These(types) => types.iter().map(EventType::as_str).collect::<Vec<_>>().join(", "),
        }
    }
}

impl Merging<'_> {
    /// Type by type, unless one of the three forwards all or nothing would be left: that would clash.
    pub(super) fn events(&mut self, before: &Draft, now: &Draft) {
        let (was, mine, is) = (Selection::of(before), Selection::of(&self.draft), Selection::of(now));
        let merged = match Verdict::of(&was, &mine, &is) {
            Verdict::Mine => return,
            Verdict::Theirs => is,
            Verdict::Clash => {
                let by_type = type_by_type(&was, &mine, &is);
                match by_type {
                    Some(merged) => merged,
                    None if self.clash(Subject::Field(Change::Events), mine.words(), is.words()) => is,
                    None => return,
                }
            }
        };
        self.draft.forward_all = merged == Selection::All;
        if let Selection::These(types) = merged {
            self.draft.selected_events = types;
        }
    }
}

fn type_by_type(was: &Selection, mine: &Selection, is: &Selection) -> Option<Selection> {
    let (Selection::These(was), Selection::These(mine), Selection::These(is)) = (was, mine, is) else {
        return None;
    };
    let removed_by_me: BTreeSet<_> = was.difference(mine).collect();
    let mut merged: BTreeSet<EventType> =
        is.iter().filter(|event| !removed_by_me.contains(event)).cloned().collect();
    merged.extend(mine.difference(was).cloned());
    (!merged.is_empty()).then_some(Selection::These(merged))
}
