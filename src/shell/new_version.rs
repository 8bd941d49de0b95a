//! A page that was loaded before the console was deployed anew.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::is_deployed_anew;
use crate::reactive::dynamic;
use crate::router::use_router;
use crate::ui::{Button, ButtonKind, Notice, Tone};

/// How often to ask while the page is looked at.
const EVERY: Duration = Duration::from_mins(10);

/// Notices a new version, and offers to reload as long as nothing would be lost: during an edit it waits.
#[component]
pub fn NewVersion() -> impl IntoView {
    let is_there = RwSignal::new(false);
    let is_put_off = RwSignal::new(false);
    let unsaved = use_router().unsaved();
    let ask = move || {
        if document().hidden() || is_there.try_get_untracked() != Some(false) {
            return;
        }
        spawn_local(async move {
            if is_deployed_anew().await {
                is_there.try_set(true);
            }
        });
    };
    ask();
    if let Ok(asking) = set_interval_with_handle(ask, EVERY) {
        on_cleanup(move || asking.clear());
    }
    let coming_back = window_event_listener_untyped("focus", move |_| ask());
    on_cleanup(move || coming_back.remove());
    dynamic(move || {
        (is_there.get() && !is_put_off.get() && !unsaved.get()).then(|| {
            view! {
                <Notice
                    tone=Tone::Info
                    title="A new version of the console is there".to_owned()
                    actions=move || {
                        view! {
                            <Button on_click=move |()| reload()>"Reload"</Button>
                            <Button kind=ButtonKind::Quiet on_click=move |()| is_put_off.set(true)>"Later"</Button>
                        }
                    }
                >
                    <p>"Reload to use it. You sign in again after that, unless this device keeps you signed in."</p>
                </Notice>
            }
        })
    })
}

/// Loads the page anew.
pub(super) fn reload() {
    // Refused only to a page without a window, which sees no button.
    let _ = window().location().reload();
}
