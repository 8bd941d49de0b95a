//! A view of a list as the query of a URL, so that it can be shared and reloaded.

use dt_api::{ConnectorKind, Status, percent};

use super::{ListQuery, SortKey};

impl SortKey {
    const ALL: [Self; 4] = [Self::Name, Self::Type, Self::Endpoint, Self::Status];

    fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Type => "type",
            Self::Endpoint => "endpoint",
            Self::Status => "status",
        }
    }
}

impl ListQuery {
    /// Reads the query of a URL, with or without its `?`. What it does not know is left at its default.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut list = Self::default();
        for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // Forms write a space as a plus sign; `to_query` never does.
            let value = percent::decode(&value.replace('+', " "));
            match name {
                "q" => list.search = value,
                "status" if !value.is_empty() => list.status = Some(Status::from(value.as_str())),
                "type" if !value.is_empty() => list.kind = Some(ConnectorKind::from(value.as_str())),
                "sort" => {
                    list.sort =
                        SortKey::ALL.into_iter().find(|key| key.as_str() == value).unwrap_or_default();
                }
                "order" => list.descending = value == "desc",
                _ => {}
            }
        }
        list
    }

    /// Undoes [`from_query`](Self::from_query). Defaults are left out, so that the default query is empty.
    #[must_use]
    pub fn to_query(&self) -> String {
        let pairs = [
            ("q", self.search.as_str()),
            ("status", self.status.as_ref().map_or("", Status::as_str)),
            ("type", self.kind.as_ref().map_or("", ConnectorKind::as_str)),
            ("sort", if self.sort == SortKey::default() { "" } else { self.sort.as_str() }),
            ("order", if self.descending { "desc" } else { "" }),
        ];
        let mut query = String::new();
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(&percent::encode(value));
        }
        query
    }
}
