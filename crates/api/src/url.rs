//! The one maker of request URLs: every path segment and query value is percent-encoded here.

use crate::percent;

pub(crate) struct UrlBuilder {
    text: String,
    has_query: bool,
}

impl UrlBuilder {
    /// Starts at a base URL such as `https://api.example.com/v2`, which is taken as it is.
    pub(crate) fn new(base_url: &str) -> Self {
        Self { text: base_url.to_owned(), has_query: false }
    }

    pub(crate) fn segment(mut self, segment: &str) -> Self {
        self.text.push('/');
        self.text.push_str(&percent::encode(segment));
        self
    }

    /// A custom method such as `:sync`.
    pub(crate) fn verb(mut self, verb: &'static str) -> Self {
        self.text.push(':');
        self.text.push_str(verb);
        self
    }

    pub(crate) fn query(mut self, name: &'static str, value: &str) -> Self {
        self.text.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
        self.text.push_str(name);
        self.text.push('=');
        self.text.push_str(&percent::encode(value));
        self
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }
}
