//! Something that a person asked DT Cloud to do: whether it is under way, and how it went.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Problem;
use super::resumption::after_signing_in;

/// How a write went. A failure without a problem is told elsewhere, such as at a field.
type Outcome = Result<(), Option<Problem>>;

/// A write, as a view knows it. Copies are the same write.
#[derive(Clone, Copy)]
pub struct Write {
    under_way: RwSignal<bool>,
    outcome: RwSignal<Option<Outcome>>,
}

impl Write {
    /// Nothing has been asked for yet.
    #[must_use]
    pub fn new() -> Self {
        let write = Self { under_way: RwSignal::new(false), outcome: RwSignal::new(None) };
        // It can be asked for again, so that there is nothing left to tell.
        after_signing_in(write.problem(), move || write.clear());
        write
    }

    /// Sends the request. It goes on to its end, whether or not the view is still there.
    pub fn start<P>(self, request: impl Future<Output = Result<(), P>> + 'static)
    where
        P: Into<Option<Problem>>,
    {
        self.run(Box::pin(async move { request.await.map_err(Into::into) }));
    }

    fn run(self, request: Pin<Box<dyn Future<Output = Outcome>>>) {
        self.under_way.set(true);
        spawn_local(async move {
            let outcome = request.await;
            self.under_way.try_set(false);
            self.outcome.try_set(Some(outcome));
        });
    }

    /// Whether it is under way.
    #[must_use]
    pub fn pending(self) -> Signal<bool> {
        self.under_way.into()
    }

    /// What went wrong the last time.
    #[must_use]
    pub fn problem(self) -> Signal<Option<Problem>> {
        Signal::derive(move || self.outcome.with(|outcome| outcome.as_ref()?.as_ref().err()?.clone()))
    }

    /// Whether it went well the last time.
    #[must_use]
    pub fn is_done(self) -> bool {
        self.outcome.with(|outcome| matches!(outcome, Some(Ok(()))))
    }

    /// Forgets how it went.
    pub fn clear(self) {
        self.outcome.set(None);
    }
}

impl Default for Write {
    fn default() -> Self {
        Self::new()
    }
}
