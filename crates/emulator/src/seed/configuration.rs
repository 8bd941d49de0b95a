//! Configurations of Data Connectors, in the words of a seed.

use std::collections::BTreeMap;

use crate::model::connector::{Configuration, Destination, HttpPush, Status};

/// An active connector of this name that forwards everything to this destination.
pub fn forwarding(display_name: &str, destination: Destination) -> Configuration {
    Configuration {
        display_name: display_name.to_owned(),
        status: Status::Active,
        events: Vec::new(),
        labels: Vec::new(),
        destination,
    }
}

/// An active connector that pushes everything to this URL.
pub fn pushing(display_name: &str, url: &str) -> Configuration {
    let push = HttpPush { url: url.to_owned(), signature_secret: String::new(), headers: BTreeMap::new() };
    forwarding(display_name, Destination::HttpPush(push))
}

/// Owned texts.
pub fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}
