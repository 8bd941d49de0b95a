//! Reactive building blocks that the bundle holds once. Leptos compiles its machinery anew for every closure it is
//! given; these take the closure boxed, so that only the closure itself is new code (`docs/architecture.md`, Size).

use leptos::prelude::*;
use leptos::reactive::effect::ImmediateEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// A part of a view that follows the signals it reads: `{dynamic(move || …)}` instead of `{move || …}`.
pub fn dynamic<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    boxed_view(Box::new(move || view().into_any()))
}

fn boxed_view(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// A derived value that tells its followers only when it has become another: `memo(move || …)` instead of
/// `Memo::new(move |_| …)`.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(compute))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| compute())
}

/// A derived value that many follow and that seldom becomes another: `settled(move || …)` instead of `memo(move || …)`.
///
/// Whenever a source of a memo changes, everything that follows the memo is woken to ask whether the memo has changed too.
/// This is computed at once instead, and its followers hear of it only when it has become another. So it reads signals and
/// other settled values, never memos, which might still be about to change.
///
/// It ends with its owner and leaves nothing behind. An effect or a memo that ends stays among the subscribers of what it
/// read: what lives as long as the page is therefore given to what does not as a settled value.
pub fn settled<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> ReadSignal<T> {
    boxed_settled(Box::new(compute))
}

fn boxed_settled<T: PartialEq + Send + Sync + 'static>(
    compute: Box<dyn Fn() -> T + Send + Sync>,
) -> ReadSignal<T> {
    let value = RwSignal::new(untrack(&*compute));
    follow(Box::new(move || {
        let now = compute();
        value.try_maybe_update(|value| {
            let is_another = *value != now;
            *value = now;
            (is_another, ())
        });
    }));
    value.read_only()
}

/// Runs at once and whenever a signal changes that it reads, until the current owner ends; for good where there is none.
fn follow(run: Box<dyn Fn() + Send + Sync>) {
    let effect = ImmediateEffect::new(run);
    if Owner::current().is_none() {
        std::mem::forget(effect);
        return;
    }
    on_cleanup(move || {
        let subscriber = effect.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    });
}

/// Tells of what `changes` reads once a frame, just before it is drawn: for what takes long to draw and need not be drawn
/// more often than anybody can see.
pub fn next_frame(changes: impl Fn() + Send + Sync + 'static) -> ReadSignal<()> {
    boxed_next_frame(Box::new(changes))
}

fn boxed_next_frame(changes: Box<dyn Fn() + Send + Sync>) -> ReadSignal<()> {
    let (frame, set_frame) = signal(());
    let is_due = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        changes();
        if before.is_some() && !is_due.get_value() {
            is_due.set_value(true);
            request_animation_frame(move || {
                is_due.try_set_value(false);
                set_frame.try_set(());
            });
        }
    });
    frame
}
