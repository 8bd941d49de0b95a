//! Rows by their ids, in the order in which they were made.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    ops::Deref,
};

use indexmap::IndexMap;

/// Rows by their ids, in the order in which they were made. It is read as an `IndexMap`, and knows which rows may have
/// changed, so that just those need to be written down.
#[derive(Clone, Debug)]
pub struct Table<V> {
    rows: IndexMap<String, V>,
    /// Where each row stands among the others: greater than all that were made before it.
    positions: BTreeMap<String, u64>,
    next_position: u64,
    changed: BTreeSet<String>,
}

impl<V> Table<V> {
    /// A row to change.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut V> {
        let row = self.rows.get_mut(id)?;
        if !self.changed.contains(id) {
            self.changed.insert(id.to_owned());
        }
        Some(row)
    }

    /// Adds a row after all others, or replaces the one with this id where it stands.
    pub fn insert(&mut self, id: String, row: V) -> &mut V {
        self.changed.insert(id.clone());
        if !self.positions.contains_key(&id) {
            self.positions.insert(id.clone(), self.next_position);
            self.next_position += 1;
        }
        self.rows.entry(id).insert_entry(row).into_mut()
    }

    /// Changes the rows for which something holds.
    pub fn change_where(&mut self, holds: impl Fn(&V) -> bool, change: impl Fn(&mut V)) {
        for (id, row) in self.rows.iter_mut().filter(|(_, row)| holds(row)) {
            self.changed.insert(id.clone());
            change(row);
        }
    }

    /// Takes a row out.
    pub fn remove(&mut self, id: &str) -> Option<V> {
        let row = self.rows.shift_remove(id)?;
        self.positions.remove(id);
        self.changed.insert(id.to_owned());
        Some(row)
    }

    /// A row and its position.
    pub fn placed(&self, id: &str) -> Option<(u64, &V)> {
        Some((*self.positions.get(id)?, self.rows.get(id)?))
    }

    /// The table with these rows, of which none counts as changed.
    pub fn restored(mut rows: Vec<(u64, String, V)>) -> Self {
        rows.sort_by_key(|(position, ..)| *position);
        let next_position = rows.last().map_or(0, |(position, ..)| position + 1);
        let positions = rows.iter().map(|(position, id, _)| (id.clone(), *position)).collect();
        let rows = rows.into_iter().map(|(_, id, row)| (id, row)).collect();
        Self { rows, positions, next_position, changed: BTreeSet::new() }
    }

    /// The ids of the rows that were added, lent out to change or taken out since they were last taken.
    pub fn changed(&self) -> &BTreeSet<String> {
        &self.changed
    }

    /// Takes those ids: from now on no row counts as changed.
    pub fn take_changed(&mut self) -> BTreeSet<String> {
        mem::take(&mut self.changed)
    }
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { rows: IndexMap::new(), positions: BTreeMap::new(), next_position: 0, changed: BTreeSet::new() }
    }
}

impl<V> Deref for Table<V> {
    type Target = IndexMap<String, V>;

    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

impl<V> FromIterator<(String, V)> for Table<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(rows: I) -> Self {
        let mut table = Self::default();
        for (id, row) in rows {
            table.insert(id, row);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    fn changed(table: &mut Table<i32>) -> Vec<String> {
        table.take_changed().into_iter().collect()
    }

    #[test]
    fn it_knows_what_was_touched_since_it_was_last_asked() {
        let mut table: Table<i32> =
            [("a", 1), ("b", 2), ("c", 3)].map(|(id, row)| (id.to_owned(), row)).into_iter().collect();
        assert_eq!(changed(&mut table), ["a", "b", "c"]);
        table.get("a");
        assert!(changed(&mut table).is_empty());
        table.get_mut("c");
        table.remove("a");
        table.remove("unknown");
        table.get_mut("unknown");
        table.insert("d".to_owned(), 4);
        assert_eq!(changed(&mut table), ["a", "c", "d"]);
        assert_eq!(table.keys().collect::<Vec<_>>(), ["b", "c", "d"]);
    }
}
