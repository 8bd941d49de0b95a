//! What a view knows of something it reads: the last good data, whether more is on its way, and what went wrong.

use std::pin::Pin;

use dt_api::Error;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;

use super::Problem;
use super::resumption::after_signing_in;

/// Something being read. A failed refresh keeps the last good data.
pub struct Load<T: Send + Sync + 'static> {
    data: RwSignal<Option<T>>,
    progress: Progress,
}

/// What is known of a reading apart from its data.
#[derive(Clone, Copy)]
struct Progress {
    has_data: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    loading: RwSignal<bool>,
    loaded_at: RwSignal<Option<f64>>,
    refreshes: RwSignal<u32>,
}

/// Given to the reading function, to show what has arrived before all has.
pub struct Loading<T: Send + Sync + 'static>(Load<T>);

// Both are handles of signals, to be copied whatever the data is; deriving would ask the data to be `Copy` too.
impl<T: Send + Sync> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Load<T> {}

impl<T: Send + Sync> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Loading<T> {}

impl<T: Send + Sync> Loading<T> {
    /// Shows this until more arrives.
    pub fn show(self, data: T) {
        self.0.keep(data);
    }

    /// Whether there is nothing on screen yet that a part would replace.
    #[must_use]
    pub fn is_first(self) -> bool {
        self.0.data.try_with_untracked(Option::is_none).unwrap_or(false)
    }
}

impl<T: Send + Sync> Load<T> {
    /// Reads now, on each [`refresh`](Self::refresh), and whenever a signal changes that `read` uses before its first
    /// await. A newer reading, or the end of the view, aborts the one under way.
    #[must_use]
    pub fn new<F>(read: impl Fn(Loading<T>) -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let load = Self { data: RwSignal::new(None), progress: Progress::new() };
        load.progress.follow(Box::new(move || {
            let reading = read(Loading(load));
            Box::pin(async move {
                match reading.await {
                    Ok(data) => load.put(data),
                    Err(error) => load.progress.finish(Err(error)),
                }
            })
        }));
        load
    }

    /// Reads again.
    pub fn refresh(self) {
        self.progress.refresh();
    }

    /// Puts newer data in place, such as a write's answer.
    pub fn put(self, data: T) {
        self.keep(data);
        self.progress.finish(Ok(()));
    }

    fn keep(self, data: T) {
        self.data.try_set(Some(data));
        change(self.progress.has_data, true);
    }

    /// Uses the last good data, if there is any.
    pub fn with<R>(self, use_data: impl FnOnce(Option<&T>) -> R) -> R {
        self.data.with(|data| use_data(data.as_ref()))
    }

    /// A copy of the last good data, without following later changes.
    #[must_use]
    pub fn get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.data.get_untracked()
    }

    /// What went wrong with the last reading.
    #[must_use]
    pub fn problem(self) -> Signal<Option<Problem>> {
        self.progress.problem.into()
    }

    /// Whether a reading is under way.
    #[must_use]
    pub fn loading(self) -> Signal<bool> {
        self.progress.loading.into()
    }

    /// When the data was read, in milliseconds since 1970.
    #[must_use]
    pub fn loaded_at(self) -> Signal<Option<f64>> {
        self.progress.loaded_at.into()
    }

    /// Whether there is data to show.
    #[must_use]
    pub fn has_data(self) -> Signal<bool> {
        self.progress.has_data.into()
    }
}

/// Apart from [`Load`], so that it is compiled once and not for every type of data.
impl Progress {
    fn new() -> Self {
        Self {
            has_data: RwSignal::new(false),
            problem: RwSignal::new(None),
            loading: RwSignal::new(true),
            loaded_at: RwSignal::new(None),
            refreshes: RwSignal::new(0),
        }
    }

    /// Starts a reading now, on each refresh, and once more after signing in when an ended session stopped it.
    fn follow(self, read: Box<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>>) {
        Effect::new(move || {
            self.refreshes.track();
            let reading = read();
            change(self.loading, true);
            spawn_local_scoped_with_cancellation(reading);
        });
        after_signing_in(self.problem.into(), move || self.refresh());
    }

    fn refresh(self) {
        self.refreshes.update(|count| *count = count.wrapping_add(1));
    }

    fn finish(self, outcome: Result<(), Error>) {
        if outcome.is_ok() {
            change(self.loaded_at, Some(js_sys::Date::now()));
        }
        change(self.problem, outcome.err().map(Problem::from));
        change(self.loading, false);
    }
}

/// Sets a signal that may be gone, and tells its followers only of something new.
fn change<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.try_maybe_update(|known| {
        let is_new = *known != value;
        *known = value;
        (is_new, ())
    });
}
