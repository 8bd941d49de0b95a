//! Where the person is, kept in the address bar.
//!
//! A router of our own, because the console has a handful of places (an exhaustive `match` over
//! [`Route`](crate::paths::Route) in `app.rs`), needs a guard that can hold a navigation back, and
//! `leptos_router` costs 47 kB of brotli, a third of what the first screen may weigh (`docs/architecture.md`).

mod departure;
mod history;
mod links;
mod location;

pub use departure::Departure;
pub use location::Location;

use leptos::prelude::*;

use crate::paths::Route;
use crate::reactive::settled;
use departure::Movement;
use history::History;

/// The router: what the address bar says, and the only way to change it.
#[derive(Clone, Copy)]
pub struct Router {
    location: RwSignal<Location>,
    route: ReadSignal<Route>,
    query: ReadSignal<String>,
    history: StoredValue<History>,
    /// Whether the page has unsaved changes, if it has any to guard.
    unsaved: RwSignal<Option<Signal<bool>>>,
    departure: RwSignal<Option<Departure>>,
}

impl Router {
    /// Reads the address bar and follows it, and every link of the page, from now on.
    #[must_use]
    pub fn install() -> Self {
        let location = RwSignal::new(Location::current());
        let router = Self {
            location,
            route: settled(move || location.with(|location| Route::parse(&location.path))),
            query: settled(move || location.with(|location| location.query.clone())),
            history: StoredValue::new(History::adopt()),
            unsaved: RwSignal::new(None),
            departure: RwSignal::new(None),
        };
        links::follow(router);
        history::on_traverse(move |index| router.traversed(index));
        history::on_close(move || router.has_unsaved());
        router
    }

    /// The place the address bar names, for as long as the current owner lives.
    #[must_use]
    pub fn route(self) -> ReadSignal<Route> {
        settled(move || self.route.get())
    }

    /// The place that the address bar names now.
    #[must_use]
    pub fn route_now(self) -> Route {
        self.route.get_untracked()
    }

    /// The query of the address bar, without the question mark, for as long as the current owner lives.
    #[must_use]
    pub fn query(self) -> ReadSignal<String> {
        settled(move || self.query.get())
    }

    /// Goes to a place, unless unsaved changes hold the person back.
    pub fn go(self, route: &Route) {
        self.go_to(Location::of(route));
    }

    /// Goes to a place in the stead of this one, so that Back does not return here.
    pub fn replace(self, route: &Route) {
        self.unsaved.set(None);
        let location = Location::of(route);
        self.history.with_value(|history| history.replace(&location));
        self.location.set(location);
    }

    /// Changes the query without making a new entry of the history: for searches, filters and sorts.
    pub fn replace_query(self, query: String) {
        let location = Location { query, ..self.location.get_untracked() };
        self.history.with_value(|history| history.replace(&location));
        self.location.set(location);
    }

    /// Asks before the person leaves this place while `unsaved` holds. Ends with the caller's owner.
    pub fn guard(self, unsaved: Signal<bool>) {
        self.unsaved.set(Some(unsaved));
        on_cleanup(move || {
            self.unsaved.try_set(None);
        });
    }

    /// Whether this place has unsaved changes.
    #[must_use]
    pub fn unsaved(self) -> ReadSignal<bool> {
        settled(move || self.unsaved.get().is_some_and(|unsaved| unsaved.try_get().unwrap_or(false)))
    }

    /// The navigation that waits for the person's word, if one does.
    #[must_use]
    pub fn departure(self) -> Signal<Option<Departure>> {
        self.departure.into()
    }

    /// The person stays.
    pub fn stay(self) {
        self.departure.set(None);
    }

    /// The person leaves and gives the unsaved changes up.
    pub fn leave(self) {
        let Some(departure) = self.departure.get_untracked() else { return };
        self.departure.set(None);
        self.unsaved.set(None);
        match departure.into_movement() {
            Movement::To(location) => self.go_to(location),
            Movement::By(steps) => history::step(steps),
            Movement::Out(action) => action.run(()),
        }
    }

    /// Does something that takes this page away, such as signing out, unless unsaved changes hold the person back.
    pub fn after_leaving(self, action: Callback<()>) {
        if self.has_unsaved() {
            self.departure.set(Some(Departure::out(action)));
        } else {
            action.run(());
        }
    }

    fn go_to(self, location: Location) {
        if self.has_unsaved() {
            self.departure.set(Some(Departure::to(location)));
            return;
        }
        self.history.update_value(|history| history.push(&location));
        self.location.set(location);
        history::scroll_to_top();
    }

    /// The browser has already moved to the entry `index` of the history.
    fn traversed(self, index: i32) {
        let steps = self.history.with_value(|history| history.steps_to(index));
        if steps != 0 && self.has_unsaved() {
            history::step(-steps);
            self.departure.set(Some(Departure::by(steps)));
            return;
        }
        self.history.update_value(|history| history.arrive(index));
        let location = Location::current();
        if self.location.with_untracked(|known| *known != location) {
            self.location.set(location);
        }
    }

    fn has_unsaved(self) -> bool {
        self.unsaved.get_untracked().is_some_and(|unsaved| unsaved.try_get_untracked().unwrap_or(false))
    }
}

/// The router of this page.
#[must_use]
pub fn use_router() -> Router {
    use_context().unwrap_or_else(Router::install)
}
