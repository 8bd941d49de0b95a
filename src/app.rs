//! The map of the program: start reading here.

use dt_api::ProjectId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::config::Config;
use crate::data::{Cloud, Fetch, Journal, ProjectNames, read_config};
use crate::deferred::{Deferred, LoadedView, LoadingView};
use crate::pages::connectors::begun::Begun;
use crate::pages::connectors::{ConnectorList, EditConnector, NewConnector};
use crate::pages::project_scope::ProjectScope;
use crate::pages::projects::Projects;
use crate::pages::session::SessionPage;
use crate::pages::sign_in::SignIn;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::{Router, use_router};
use crate::session::{Farewell, Session, SessionState};
use crate::shell::{Arrival, Frame, NotFound, SetupFailure};
use crate::ui::{ToastRegion, Toasts, dismiss_tooltips_on_escape, provide_clock};

/// The whole console: reads `/config.json`, then runs.
#[component]
pub fn App() -> impl IntoView {
    provide_clock();
    dismiss_tooltips_on_escape();
    Toasts::provide();
    let config = RwSignal::new(None);
    let read = move || spawn_local(async move { config.set(Some(read_config().await)) });
    read();
    view! {
        {dynamic(move || match config.get() {
            None => view! { <p class="loading" role="status">"Loading the console…"</p> }.into_any(),
            Some(Ok(config)) => view! { <Console config /> }.into_any(),
            Some(Err(error)) => view! { <SetupFailure error on_retry=move |()| read() /> }.into_any(),
        })}
        <ToastRegion />
    }
}

/// The console of one deployment.
#[component]
pub fn Console(
    /// Where DT Cloud is.
    config: Config,
) -> impl IntoView {
    let session = Session::new(config.token_url.clone()).addressed_to(config.token_audience.clone());
    let router = Router::install();
    provide_context(session);
    provide_context(router);
    provide_context(Cloud::new(&config, session));
    provide_context(Arrival::first());
    let toasts = Toasts::expect();
    let state = session.state();
    let is_inside = memo(move || state.with(|state| state.identity().is_some()));
    // Until it is known whether this browser keeps a key.
    let is_between = memo(move || state.with(|state| matches!(state, SessionState::Returning)));
    Effect::new(move || {
        if !is_inside.get() {
            toasts.clear();
            // Names what was on screen, until the next page names itself.
            document().set_title("Data Connector Console");
            // Whoever was about to leave has left.
            router.stay();
        } else if router.route_now() == Route::SignIn {
            router.replace(&Route::Projects);
        }
    });
    let signed_in = Deferred::new(load_signed_in);
    let come_back = move |otherwise| {
        spawn_local(session.return_with_kept_key(&Fetch, otherwise, move || signed_in.load()));
    };
    session.follow_tabs_and_page(come_back);
    come_back(Farewell::NobodyYet);
    move || {
        if is_inside.get() {
            signed_in.view()
        } else if is_between.get() {
            view! { <p class="loading" role="status">"Loading the console…"</p> }.into_any()
        } else {
            let farewell = session.farewell();
            // What comes next is on its way before the form is filled in.
            view! {
                <main class="outside" id="content" on:input=move |_| signed_in.load()>
                    <SignIn farewell on_return=move |()| come_back(Farewell::NobodyYet) />
                </main>
            }
            .into_any()
        }
    }
}

fn load_signed_in() -> LoadingView {
    #[cfg(code_split)]
    return Box::pin(signed_in());
    #[cfg(not(code_split))]
    Box::pin(std::future::ready(signed_in()))
}

/// What somebody sees who is signed in. In a release build its code is a file of its own.
#[cfg_attr(code_split, leptos::wasm_split::wasm_split(signed_in, wasm_split_path = leptos::wasm_split, fallible))]
#[cfg_attr(not(code_split), expect(clippy::unnecessary_wraps, reason = "loading may fail once it is split"))]
fn signed_in() -> LoadedView {
    Ok(|| view! { <Inside /> }.into_any())
}

/// The frame with its places. What was read and written is remembered as long as somebody is signed in.
#[component]
fn Inside() -> impl IntoView {
    provide_context(ProjectNames::new());
    Journal::provide();
    Begun::provide();
    view! { <Frame><Places /></Frame> }
}

/// Every place of the console. The pages of one project share a scope, which lasts as long as the project is the same.
#[component]
fn Places() -> impl IntoView {
    let route = use_router().route();
    let project = memo(move || route.with(|route| route.project().cloned()));
    move || match project.get() {
        Some(project) => view! { <ProjectPlaces route project /> }.into_any(),
        None => view! { <OtherPlaces route /> }.into_any(),
    }
}

#[component]
fn ProjectPlaces(route: ReadSignal<Route>, project: ProjectId) -> impl IntoView {
    ProjectScope::provide(project.clone());
    move || match route.get() {
        // On its way to another project's places.
        route if route.project() != Some(&project) => ().into_any(),
        Route::Connectors(_) => view! { <ConnectorList /> }.into_any(),
        Route::NewConnector(_) => view! { <NewConnector /> }.into_any(),
        Route::Connector(name) => view! { <EditConnector name /> }.into_any(),
        Route::Projects | Route::SignIn | Route::Session | Route::NotFound(_) => ().into_any(),
    }
}

#[component]
fn OtherPlaces(route: ReadSignal<Route>) -> impl IntoView {
    move || match route.get() {
        Route::Projects | Route::SignIn => view! { <Projects /> }.into_any(),
        Route::Session => view! { <SessionPage /> }.into_any(),
        Route::NotFound(path) => view! { <NotFound path /> }.into_any(),
        Route::Connectors(_) | Route::NewConnector(_) | Route::Connector(_) => ().into_any(),
    }
}
