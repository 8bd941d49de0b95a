//! Code that the first screen does without, and that is loaded later (`docs/architecture.md`, Size).

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::reactive::dynamic;
use crate::shell::LoadFailure;

/// A view, once its code is there.
pub type LoadedView = Result<fn() -> AnyView, SplitLoaderError>;

/// A view whose code is on its way.
pub type LoadingView = Pin<Box<dyn Future<Output = LoadedView>>>;

/// A view whose code is loaded when it is asked for, and once. Copies are the same view.
#[derive(Clone, Copy)]
pub struct Deferred {
    code: RwSignal<Code>,
    fetch: fn() -> LoadingView,
}

#[derive(Clone, Copy)]
enum Code {
    NotAskedFor,
    Loading,
    Ready(fn() -> AnyView),
    Failed,
}

impl Deferred {
    /// Nothing is loaded yet.
    #[must_use]
    pub fn new(fetch: fn() -> LoadingView) -> Self {
        Self { code: RwSignal::new(Code::NotAskedFor), fetch }
    }

    /// Loads the code, unless it is there or on its way.
    pub fn load(self) {
        if matches!(self.code.get_untracked(), Code::NotAskedFor | Code::Failed) {
            self.code.set(Code::Loading);
            spawn_local(async move {
                let code = (self.fetch)().await.map_or(Code::Failed, Code::Ready);
                self.code.try_set(code);
            });
        }
    }

    /// The view, or how far its code is.
    #[must_use]
    pub fn view(self) -> AnyView {
        self.load();
        dynamic(move || match self.code.get() {
            Code::NotAskedFor | Code::Loading => {
                view! { <p class="loading" role="status">"Loading the console…"</p> }.into_any()
            }
            Code::Ready(view) => view(),
            Code::Failed => view! { <LoadFailure on_retry=move |()| self.load() /> }.into_any(),
        })
    }
}
