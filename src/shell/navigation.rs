//! The left menu, in Studio's words.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::data::use_project_names;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::ui::{Icon, IconName, Outside};

/// The `id` of the menu, which at phone width is a popover.
pub(super) const MENU_ID: &str = "side-menu";

/// Leads to the projects and, inside one, to its Data Connectors.
#[component]
pub(super) fn Navigation(#[prop(into)] on_jump: Callback<()>) -> impl IntoView {
    let route = use_router().route();
    let names = use_project_names();
    let project = memo(move || route.with(|route| route.project().cloned()));
    Effect::new(move || {
        route.track();
        close_popover();
    });
    let at_projects = move || route.with(|route| *route == Route::Projects).then_some("page");
    let at_connectors = move || {
        route.with(|route| match route {
            Route::Connectors(_) => Some("page"),
            Route::NewConnector(_) | Route::Connector(_) => Some("true"),
            _ => None,
        })
    };
    view! {
        <nav class="side-menu" id=MENU_ID popover="auto" aria-label="Main">
            <a class="product" href=Route::Projects.path()>
                <span aria-hidden="true">"▣"</span>
                "Connectors"
            </a>
            <button class="jump" type="button" on:click=move |_| on_jump.run(()) aria-keyshortcuts="Control+K Meta+K">
                <Icon name=IconName::Search />
                "Jump to"
                <kbd aria-hidden="true">"Ctrl K"</kbd>
            </button>
            <ul>
                <li><a href=Route::Projects.path() aria-current=at_projects>"All projects"</a></li>
            </ul>
            {dynamic(move || project.get().map(|project| {
                let list = Route::Connectors(project.clone()).path();
                    let name = names.of(project);
                view! {
                    <h2>"Project"</h2>
                    <p class="side-menu-project"><Outside text=name /></p>
                    <h2>"API Integrations"</h2>
                    <ul>
                        <li><a href=list aria-current=at_connectors>"Data Connectors"</a></li>
                    </ul>
                }
            }))}
        </nav>
    }
}

fn close_popover() {
    let menu = document().get_element_by_id(MENU_ID).and_then(|menu| menu.dyn_into::<HtmlElement>().ok());
    if let Some(menu) = menu.filter(|menu| menu.matches(":popover-open").unwrap_or(false)) {
        // It was open a moment ago; a menu that closes by itself meanwhile is closed as well.
        let _ = menu.hide_popover();
    }
}
