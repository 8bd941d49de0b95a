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

/// Pages of the longest list that is followed. It would hold 100,000 things (`dt-api.md` §8: 100 on a page).
const MOST: usize = 1_000;

/// The pages of a list that were asked for so far: the way through a list, which ends whatever the server says.
#[derive(Debug, Default)]
pub struct AskedPages(BTreeSet<String>);

impl AskedPages {
    /// Notes that the page of this token is asked for.
    ///
    /// # Errors
    /// When it was asked for before, or the list is longer than any. What has come is then not known to be all.
    pub fn ask(&mut self, token: &str) -> Result<(), Malformed> {
        if self.0.len() == MOST {
            Err(Malformed::at("nextPageToken", "empty after 1,000 pages"))
        } else if self.0.insert(token.to_owned()) {
            Ok(())
        } else {
            Err(Malformed::at("nextPageToken", "the token of another page"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_that_lead_in_a_circle_are_no_way_through_a_list() {
        let mut asked = AskedPages::default();
        assert!(["one", "other"].iter().all(|token| asked.ask(token).is_ok()));
        assert!(asked.ask("one").is_err());
    }

    #[test]
    fn a_list_without_end_is_given_up() {
        let mut asked = AskedPages::default();
        let followed = (0..2 * MOST).take_while(|page| asked.ask(&page.to_string()).is_ok()).count();
        assert_eq!(followed, MOST);
    }
}
