//! Locks the console when nobody is there.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

use crate::reactive::dynamic;
use crate::session::{IdleLimit, Idleness, Session, last_input_elsewhere, tell_last_input, use_session};
use crate::ui::{Button, ButtonKind, Dialog};

/// Milliseconds between two words to the other tabs.
const TELL_EVERY: f64 = 5_000.0;

/// What tells that somebody is there.
const INPUT: [&str; 6] = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel", "input"];

/// Watches for input, warns in the last minute, and then locks. Input in another tab of the console counts as well.
#[component]
pub(super) fn IdleLock() -> impl IntoView {
    let watch = Watch::new(use_session());
    let seconds_left = watch.seconds_left;
    watch.follow_input();
    let tick = move || {
        watch.limit.try_set_value(IdleLimit::chosen());
        watch.check();
    };
    if let Ok(interval) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || interval.clear());
    }
    view! {
        <Dialog
            open=Signal::derive(move || seconds_left.with(Option::is_some))
            title="Are you still here?"
            on_close=move |()| watch.stay()
            actions=move || view! {
                <Button on_click=move |()| watch.session.lock()>"Lock now"</Button>
                <Button kind=ButtonKind::Primary autofocus=true on_click=move |()| watch.stay()>"Stay signed in"</Button>
            }
        >
            <p>
                "Nobody has touched the console for a while. It locks in "
                {dynamic(move || match seconds_left.get() {
                    None | Some(1) => "1 second".to_owned(),
                    Some(seconds) => format!("{seconds} seconds"),
                })}
                ", and what is not saved is then lost."
            </p>
        </Dialog>
    }
}

/// When there was input last.
#[derive(Clone, Copy)]
struct Watch {
    session: Session,
    /// As it was chosen a second ago: reading what is stored takes too long for every move of a pointer.
    limit: StoredValue<IdleLimit>,
    last_input: StoredValue<f64>,
    told: StoredValue<f64>,
    seconds_left: RwSignal<Option<u32>>,
}

impl Watch {
    fn new(session: Session) -> Self {
        let watch = Self {
            session,
            limit: StoredValue::new(IdleLimit::chosen()),
            last_input: StoredValue::new(now()),
            told: StoredValue::new(0.0),
            seconds_left: RwSignal::new(None),
        };
        watch.tell();
        watch
    }

    fn follow_input(self) {
        let listeners = INPUT.map(|name| {
            window_event_listener_untyped(name, move |event| {
                if !is_idle_pointer(&event) {
                    self.input();
                }
            })
        });
        // A tab that nobody saw, or a machine that slept, shows what was on screen when it wakes.
        let woken = window_event_listener_untyped("visibilitychange", move |_| self.check());
        on_cleanup(move || listeners.into_iter().chain([woken]).for_each(WindowListenerHandle::remove));
    }

    /// Somebody is there, unless it is too late for that: the first thing after a night is a lock, not input. What is done
    /// while the warning shows is done to the warning.
    fn input(self) {
        self.check();
        if self.seconds_left.try_with_untracked(Option::is_none) == Some(true) {
            self.be_present();
        }
    }

    /// The person has seen the warning.
    fn stay(self) {
        self.check();
        self.told.try_set_value(0.0);
        self.be_present();
    }

    fn be_present(self) {
        self.last_input.try_set_value(now());
        self.seconds_left.try_maybe_update(|left| (left.take().is_some(), ()));
        if self.told.try_get_value().is_some_and(|told| now() - told >= TELL_EVERY) {
            self.tell();
        }
    }

    fn tell(self) {
        let now = now();
        self.told.try_set_value(now);
        tell_last_input(now);
    }

    fn check(self) {
        let Some(here) = self.last_input.try_get_value() else { return };
        let Some(limit) = self.limit.try_get_value() else { return };
        let mut idleness = limit.idleness(now() - here);
        if idleness != Idleness::Present {
            // Somebody may be at work in another tab.
            let elsewhere = last_input_elsewhere().filter(|at| *at <= now()).unwrap_or(here);
            idleness = limit.idleness(now() - here.max(elsewhere));
        }
        let left = match idleness {
            Idleness::Present => None,
            Idleness::Warning(seconds) => Some(seconds),
            Idleness::Over => return self.session.lock(),
        };
        self.seconds_left.try_maybe_update(|shown| {
            let is_new = *shown != left;
            *shown = left;
            (is_new, ())
        });
    }
}

/// Browsers also tell of a pointer that stands still while the page moves beneath it.
fn is_idle_pointer(event: &Event) -> bool {
    let moved = |pointer: &PointerEvent| pointer.movement_x() != 0 || pointer.movement_y() != 0;
    event.type_() == "pointermove" && !event.dyn_ref::<PointerEvent>().is_some_and(moved)
}

fn now() -> f64 {
    js_sys::Date::now()
}
