//! A draft that was begun on one page, for the page that adds it.

use connector::Draft;
use leptos::prelude::*;

/// A draft on its way to the page that adds it. Copies are the same.
#[derive(Clone, Copy)]
pub struct Begun(StoredValue<Option<Draft>>);

impl Begun {
    /// Nothing is on its way. Provides the place for it as a context.
    pub fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// The next page that adds a connector begins with this.
    pub fn begin(self, draft: Draft) {
        self.0.set_value(Some(draft));
    }

    /// What was begun, once.
    #[must_use]
    pub fn take(self) -> Option<Draft> {
        self.0.try_update_value(Option::take).flatten()
    }
}

/// Where drafts wait for the page that adds them; none outside of the console's frame.
#[must_use]
pub fn use_begun() -> Option<Begun> {
    use_context()
}
