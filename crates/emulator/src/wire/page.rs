//! Paged lists (`dt-api.md` §8).

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::query::QueryParameters;
use crate::{refusal::Refusal, settings::Settings};

/// One page of a list: `{"<key>": […], "nextPageToken": ""}`, where the token is empty on the last page.
#[derive(Debug)]
pub struct Page<T> {
    key: &'static str,
    items: Vec<T>,
    next_page_token: String,
}

impl<T> Page<T> {
    /// A page, and the token of the one after it.
    pub fn new(key: &'static str, items: Vec<T>, next_page_token: String) -> Self {
        Self { key, items, next_page_token }
    }

    /// The page that the parameters ask for; the token is the position of the page's first item.
    pub fn asked_for(
        key: &'static str,
        items: impl Iterator<Item = T>,
        query: &QueryParameters,
        settings: &Settings,
    ) -> Result<Self, Refusal> {
        let start = number(query, "pageToken")?.unwrap_or(0);
        let size = size(query, settings.page_size.default, settings.page_size.greatest)?;
        let mut rest = items.skip(start);
        let items: Vec<T> = rest.by_ref().take(size).collect();
        let next = rest.next().map(|_| (start + items.len()).to_string());
        Ok(Self { key, items, next_page_token: next.unwrap_or_default() })
    }

    /// The same page with something else for each item, which is so made of no more items than the page has.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> Page<U> {
        let Self { key, items, next_page_token } = self;
        Page { key, items: items.into_iter().map(make).collect(), next_page_token }
    }
}

impl<T: Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry(self.key, &self.items)?;
        map.serialize_entry("nextPageToken", &self.next_page_token)?;
        map.end()
    }
}

/// How many items the parameters ask for.
pub fn size(query: &QueryParameters, default: usize, greatest: usize) -> Result<usize, Refusal> {
    let size = number(query, "pageSize")?.filter(|&size| size > 0);
    Ok(size.unwrap_or(default).min(greatest))
}

fn number(query: &QueryParameters, name: &str) -> Result<Option<usize>, Refusal> {
    let text = query.first(name).filter(|text| !text.is_empty());
    let number = text.map(|text| text.parse::<u32>().map(|number| number as usize));
    number.transpose().map_err(|_| Refusal::invalid(name, "is not valid"))
}
