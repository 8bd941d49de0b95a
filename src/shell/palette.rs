//! Jump to a project or a page.

use dt_api::Project;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::data::use_cloud;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::ui::{Dialog, Outside, SearchBox};

/// The palette; reads the projects when it opens.
#[component]
pub(super) fn Palette(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title="Jump to" on_close=move |()| open.set(false)>
            <Places on_leave=move |()| open.set(false) />
        </Dialog>
    }
}

/// A place to jump to.
#[derive(Clone, PartialEq)]
struct Place {
    name: String,
    path: String,
}

#[component]
fn Places(#[prop(into)] on_leave: Callback<()>) -> impl IntoView {
    let router = use_router();
    let route = router.route();
    let search = RwSignal::new(String::new());
    let projects = use_cloud().projects();
    let places = memo(move || {
        let wanted = search.with(|search| search.trim().to_lowercase());
        let here = route.with(Clone::clone);
        let mut places = projects.with(|projects| all_places(&here, projects.map_or(&[], Vec::as_slice)));
        places.retain(|place| place.name.to_lowercase().contains(&wanted));
        places
    });
    let go_to_first = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let first = places.with_untracked(|places| places.first().map(|place| Route::parse(&place.path)));
        if let Some(route) = first {
            on_leave.run(());
            router.go(&route);
        }
    };
    let list = NodeRef::<html::Div>::new();
    view! {
        <div class="palette" node_ref=list on:keydown=move |event| move_focus(list, &event)>
            <form on:submit=go_to_first>
                <SearchBox label="Search projects and pages" value=search on_input=move |text| search.set(text) />
            </form>
            <ul on:click=move |_| on_leave.run(())>
                <For each=move || places.get() key=|place| place.path.clone() let:place>
                    <li><a href=place.path><Outside text=place.name /></a></li>
                </For>
            </ul>
            {dynamic(move || projects.problem().get().map(|problem| view! {
                <p class="hint" role="status">{format!("The projects could not be read: {}.", problem.title)}</p>
            }))}
            {dynamic(move || places.with(Vec::is_empty).then(|| view! { <p class="hint" role="status">"Nothing matches."</p> }))}
        </div>
    }
}

fn all_places(here: &Route, projects: &[Project]) -> Vec<Place> {
    let place = |name: String, route: &Route| Place { name, path: route.path() };
    let adds = here
        .project()
        .map(|project| place("Add Data Connector".to_owned(), &Route::NewConnector(project.clone())));
    let connectors = projects.iter().map(|project| {
        let name = if project.display_name.is_empty() { project.id.as_str() } else { &project.display_name };
        place(name.to_owned(), &Route::Connectors(project.id.clone()))
    });
    let fixed =
        [place("All projects".to_owned(), &Route::Projects), place("Session".to_owned(), &Route::Session)];
    adds.into_iter().chain(connectors).chain(fixed).collect()
}

/// Arrow keys move between the search and the places.
fn move_focus(list: NodeRef<html::Div>, event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    let Some(stops) = list.get_untracked().and_then(|list| list.query_selector_all("input, a").ok()) else {
        return;
    };
    let focused = document().active_element();
    let index = (0..stops.length()).find(|index| stops.item(*index).as_ref() == focused.as_deref());
    let target = index.unwrap_or(0).checked_add_signed(step).and_then(|target| stops.item(target));
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // Refused only by an element that is not focusable, which none of these is.
        let _ = target.focus();
    }
}
