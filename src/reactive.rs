//! Reactive building blocks that the bundle holds once. Leptos compiles its machinery anew for every closure it is
//! given; these take the closure boxed, so that only the closure itself is new code (`docs/architecture.md`, Size).

use leptos::prelude::*;

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
