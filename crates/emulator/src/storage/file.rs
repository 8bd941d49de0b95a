//! The file: rows of JSON by their keys, in an embedded database that commits them all or none.

use std::{ops::Bound, path::Path};

use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition};

const ROWS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("rows");

/// A change of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// A row is new, or is another now.
    Set {
        /// Its key.
        key: String,
        /// Its JSON.
        row: Vec<u8>,
    },
    /// A row is gone.
    Remove {
        /// Its key.
        key: String,
    },
    /// All rows whose keys begin like this are gone.
    RemoveAll {
        /// How they begin.
        prefix: String,
    },
}

/// An open file.
#[derive(Debug)]
pub struct RowFile(Database);

impl RowFile {
    /// Opens a file, or makes it.
    pub fn open(path: &Path) -> Result<Self, redb::Error> {
        let database = Database::create(path)?;
        let transaction = database.begin_write()?;
        transaction.open_table(ROWS)?;
        transaction.commit()?;
        Ok(Self(database))
    }

    /// Every row, by key.
    pub fn read(&self) -> Result<Vec<(String, Vec<u8>)>, redb::Error> {
        let table = self.0.begin_read()?.open_table(ROWS)?;
        let mut rows = Vec::new();
        for row in table.iter()? {
            let (key, row) = row?;
            rows.push((key.value().to_owned(), row.value().to_owned()));
        }
        Ok(rows)
    }

    /// Makes the changes, in their order: all are on the disk when this returns, or none is after an error.
    pub fn write(&self, changes: &[RowChange]) -> Result<(), redb::Error> {
        let transaction = self.0.begin_write()?;
        {
            let mut table = transaction.open_table(ROWS)?;
            for change in changes {
                match change {
                    RowChange::Set { key, row } => drop(table.insert(key.as_str(), row.as_slice())?),
                    RowChange::Remove { key } => drop(table.remove(key.as_str())?),
                    RowChange::RemoveAll { prefix } => {
                        let end = format!("{prefix}\u{10ffff}");
                        let range = (Bound::Included(prefix.as_str()), Bound::Excluded(end.as_str()));
                        table.retain_in::<&str, _>(range, |_, _| false)?;
                    }
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }
}
