//! Merging custom headers, one by one. Their names are the same whatever their case.

use std::collections::BTreeMap;

use super::{Merging, Subject, Verdict};
use crate::draft::{ConfigDraft, HeaderRow, HttpPushDraft};
use crate::review::masked;

/// Rows by their names in lower case.
type Headers = BTreeMap<String, HeaderRow>;

impl Merging<'_> {
    pub(super) fn headers(&mut self, before: &HttpPushDraft, now: &HttpPushDraft) {
        let ConfigDraft::HttpPush(push) = &self.draft.config else { return };
        let (was, mine, is) = (by_name(before), by_name(push), by_name(now));
        let mut taken = Vec::new();
        for name in was.keys().chain(is.keys()).collect::<std::collections::BTreeSet<_>>() {
            let (was, mine, is) = (was.get(name), mine.get(name), is.get(name));
            let theirs_wins = match Verdict::of(&was, &mine, &is) {
                Verdict::Mine => false,
                Verdict::Theirs => true,
                Verdict::Clash => self.clash(Subject::Header(name.clone()), words(mine), words(is)),
            };
            if theirs_wins && mine != is {
                taken.push((name.clone(), is.cloned()));
            }
        }
        if let ConfigDraft::HttpPush(push) = &mut self.draft.config {
            for (name, row) in taken {
                put(&mut push.headers, &name, row);
            }
        }
    }
}

fn by_name(push: &HttpPushDraft) -> Headers {
    let rows = push.headers.iter().filter(|row| !row.is_blank());
    rows.map(|row| (row.name.to_lowercase(), row.clone())).collect()
}

fn words(row: Option<&HeaderRow>) -> String {
    row.map_or_else(|| "Removed".to_owned(), |row| format!("{}: {}", row.name, masked(&row.name, &row.value)))
}

/// Puts a row where the one of its name is, at the end when there is none, or takes it away.
fn put(rows: &mut Vec<HeaderRow>, name: &str, row: Option<HeaderRow>) {
    let position = rows.iter().position(|old| old.name.to_lowercase() == name);
    match (position, row) {
        (Some(position), Some(row)) => {
            if let Some(old) = rows.get_mut(position) {
                *old = row;
            }
        }
        (Some(position), None) => drop(rows.remove(position)),
        (None, Some(row)) => rows.push(row),
        (None, None) => {}
    }
}
