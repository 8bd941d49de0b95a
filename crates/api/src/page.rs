//! One page of a list.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::decode::{self, Malformed};

/// One page of a list (`dt-api.md` §8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items, in the server's order.
    pub items: Vec<T>,
    /// What to ask for next; `None` on the last page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Reads the list called `field` and its `nextPageToken`.
    pub(crate) fn from_json(
        answer: &Value,
        field: &str,
        item: fn(&Value) -> Result<T, Malformed>,
    ) -> Result<Self, Malformed> {
        let fields = decode::object(answer)?;
        let decoded = decode::list(fields, field)?
            .iter()
            .enumerate()
            .map(|(index, value)| item(value).map_err(|error| error.within(&format!("{field}[{index}]"))));
        let next = decode::text(fields, "nextPageToken")?;
        Ok(Self { items: decoded.collect::<Result<_, _>>()?, next: (!next.is_empty()).then_some(next) })
    }
}

/// The pages of a list that were asked for so far, so that a list whose tokens lead in a circle is not followed for ever.
#[derive(Debug, Default)]
pub struct AskedPages(BTreeSet<String>);

impl AskedPages {
    /// Notes that the page of this token is asked for; says whether it is the first time.
    pub fn is_first_time(&mut self, token: &str) -> bool {
        self.0.insert(token.to_owned())
    }
}
