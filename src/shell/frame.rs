//! The frame: menu, top bar, content.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::breadcrumbs::Breadcrumbs;
use super::heading::PageName;
use super::history::History;
use super::idle_lock::IdleLock;
use super::leave::LeaveDialog;
use super::navigation::{MENU_ID, Navigation};
use super::new_version::NewVersion;
use super::palette::Palette;
use super::session_end::SessionEnd;
use super::session_menu::SessionMenu;
use super::shortcuts::Shortcuts;
use super::sign_in_again::SignInAgain;
use crate::ui::{Icon, IconName, ThemeMenu, focus_first};

/// Everything around a page of somebody who is signed in.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let page = PageName::provide();
    let (palette, history) = (RwSignal::new(false), RwSignal::new(false));
    // Asked for by hand, before the session ends by itself.
    let sign_in_again = RwSignal::new(false);
    view! {
        <a class="skip-link" href="#content" on:click=move |event| skip_to_content(&event)>"Skip to content"</a>
        <div class="frame">
            <Navigation on_jump=move |()| palette.set(true) />
            <header class="top-bar">
                <button
                    type="button"
                    class="button quiet icon-only side-menu-button"
                    popovertarget=MENU_ID
                    aria-label="Menu"
                >
                    <Icon name=IconName::Menu />
                </button>
                <Breadcrumbs page />
                <div class="top-bar-end">
                    <ThemeMenu />
                    <SessionMenu on_history=move |()| history.set(true) />
                </div>
            </header>
            <main class="content" id="content" tabindex="-1">
                <SessionEnd on_sign_in=move |()| sign_in_again.set(true) />
                <NewVersion />
                {children()}
            </main>
        </div>
        <Palette open=palette />
        <History open=history />
        <Shortcuts on_palette=move |()| palette.set(true) />
        <LeaveDialog />
        <SignInAgain asked=sign_in_again />
        <IdleLock />
    }
}

/// Only moves the focus: followed as a link, it would add an entry to the history that leads nowhere.
fn skip_to_content(event: &MouseEvent) {
    event.prevent_default();
    if let Some(body) = document().body() {
        focus_first(&body, "#content");
    }
}
