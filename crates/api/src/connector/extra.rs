//! Fields that this crate does not know.

use std::fmt;

use serde_json::{Map, Value};

/// Fields that came with a resource and that this crate does not know; they are written back as they came.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Extra(pub Map<String, Value>);

impl Extra {
    /// Keeps `rest`, what an object called `field` has beyond the known, unless it is empty.
    pub(crate) fn keep_nested(&mut self, field: &str, rest: Self) {
        if !rest.0.is_empty() {
            self.0.insert(field.to_owned(), Value::Object(rest.0));
        }
    }

    /// Writes known fields into the object called `field`, beside what was kept of it.
    pub(crate) fn write_nested(fields: &mut Map<String, Value>, field: &str, known: &[(&str, &str)]) {
        let mut nested = match fields.remove(field) {
            Some(Value::Object(kept)) => kept,
            _ => Map::new(),
        };
        nested.extend(known.iter().map(|(key, text)| ((*key).to_owned(), Value::from(*text))));
        fields.insert(field.to_owned(), Value::Object(nested));
    }
}

/// Nobody knows which of these are secrets, so only the names are printed.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
