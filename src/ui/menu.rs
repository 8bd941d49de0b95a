//! A button that opens a menu of actions.

use super::{
    icon::{Icon, IconName},
    ids::unique_id,
};
use crate::reactive::dynamic;
use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html,
    prelude::*,
    wasm_bindgen::JsCast,
};
use web_sys::{HtmlElement, NodeList};

/// What the arrow keys move between; links with this role belong to the menu as well.
const ITEMS: &str = "[role^=menuitem]";

/// A menu button. The menu is a native popover: it closes on Escape, outside clicks and when an item is chosen, and
/// the focus goes back to the button.
#[component]
pub fn Menu(
    /// The name of the menu; the button's name begins with it.
    #[prop(into)]
    label: Signal<String>,
    /// The button's icon; three dots when neither this nor `trigger` is given.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Visible text of the button.
    #[prop(optional, into)]
    trigger: Option<ViewFnOnce>,
    /// [`MenuItem`]s, or links with `role="menuitem"`.
    children: Children,
) -> impl IntoView {
    let menu = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let open = RwSignal::new(false);
    let menu_id = unique_id("menu");
    let on_toggle = move |_| {
        let Some(menu) = menu.get_untracked() else { return };
        let is_open = menu.matches(":popover-open").unwrap_or(false);
        open.set(is_open);
        if is_open {
            focus_item(&menu, |_, _| 0);
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        let Some(menu) = menu.get_untracked() else { return };
        match event.key().as_str() {
            "ArrowDown" => focus_item(&menu, |at, count| (at + 1) % count),
            "ArrowUp" => focus_item(&menu, |at, count| (at + count - 1) % count),
            "Home" => focus_item(&menu, |_, _| 0),
            "End" => focus_item(&menu, |_, count| count - 1),
            "Tab" => return drop(menu.hide_popover()),
            _ => return,
        }
        event.prevent_default();
    };
    // An action closes the menu by itself; a link does not unload the page, so that the browser would leave it open.
    let on_click = move |event: MouseEvent| {
        let link = event_target::<HtmlElement>(&event).closest("a[href]").ok().flatten();
        if let Some(menu) = menu.get_untracked().filter(|_| link.is_some()) {
            drop(menu.hide_popover());
        }
    };
    let icon_only = trigger.is_none();
    let content = match trigger {
        Some(trigger) => view! { {trigger.run()} <Icon name=IconName::ChevronDown /> }.into_any(),
        None => view! { <Icon name=icon.unwrap_or(IconName::More) /> }.into_any(),
    };
    view! {
        <button
            type="button"
            class="button quiet menu-button"
            class:icon-only=icon_only
            node_ref=button
            title=move || icon_only.then(|| label.get())
            popovertarget=menu_id.clone()
            aria-haspopup="menu"
            aria-expanded=move || open.get().to_string()
            on:keydown=move |event| {
                if event.key() == "ArrowDown" && !open.get_untracked() {
                    event.prevent_default();
                    if let Some(button) = button.get_untracked() {
                        button.click();
                    }
                }
            }
        >
            <span class="visually-hidden">{label}" "</span>
            {content}
        </button>
        <div
            class="menu"
            popover="auto"
            role="menu"
            id=menu_id
            node_ref=menu
            aria-label=label
            on:toggle=on_toggle
            on:keydown=on_keydown
            on:click=on_click
        >
            {children()}
        </div>
    }
}

/// Moves the focus to the item that `target` names from the focused index and the number of items.
fn focus_item(menu: &HtmlElement, target: impl Fn(u32, u32) -> u32) {
    let Ok(items) = menu.query_selector_all(ITEMS) else { return };
    let count = items.length();
    if count == 0 {
        return;
    }
    let focused = document().active_element();
    let at = (0..count).find(|&index| items.item(index).as_ref() == focused.as_deref()).unwrap_or(0);
    if let Some(item) = element_at(&items, target(at, count)) {
        drop(item.focus());
    }
}

fn element_at(items: &NodeList, index: u32) -> Option<HtmlElement> {
    items.item(index)?.dyn_into().ok()
}

/// One action of a [`Menu`].
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    on_select: Callback<()>,
    /// One of several of which one is chosen, and whether it is this one.
    #[prop(optional, into)]
    checked: Option<Signal<bool>>,
    /// Why it cannot be used now; shown beneath.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Destroys something.
    #[prop(optional)]
    danger: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    let select = move |event: leptos::ev::MouseEvent| {
        if disabled_reason.with_untracked(Option::is_some) {
            return;
        }
        // Closed first, so that the focus is back on the button before a dialog takes it.
        let popover = event_target::<HtmlElement>(&event).closest("[popover]").ok().flatten();
        if let Some(popover) = popover.and_then(|popover| popover.dyn_into::<HtmlElement>().ok()) {
            drop(popover.hide_popover());
        }
        on_select.run(());
    };
    view! {
        <button
            type="button"
            class="menu-item"
            class:danger=danger
            role=if checked.is_some() { "menuitemradio" } else { "menuitem" }
            tabindex="-1"
            aria-checked=move || checked.map(|checked| checked.get().to_string())
            aria-disabled=move || disabled_reason.with(Option::is_some).then_some("true")
            on:click=select
        >
            {children()}
            {dynamic(move || disabled_reason.get().map(|reason| view! { <span class="hint">{reason}</span> }))}
        </button>
    }
}
