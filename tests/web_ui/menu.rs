use crate::page::{Page, click, has_focus, press, settle, until};
use data_connector_console::ui::{Menu, MenuItem};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

struct RowMenu {
    page: Page,
    chosen: RwSignal<Vec<&'static str>>,
}

impl RowMenu {
    async fn show() -> Self {
        let chosen = RwSignal::new(Vec::new());
        let choose = move |what| move |()| chosen.update(|all| all.push(what));
        let page = Page::show(move || {
            view! {
                <Menu label="Actions for Hub">
                    <MenuItem on_select=choose("synchronize")>"Synchronize"</MenuItem>
                    <MenuItem on_select=choose("disable") disabled_reason="Needs Project Developer.">"Disable"</MenuItem>
                    <MenuItem on_select=choose("delete") danger=true>"Delete"</MenuItem>
                </Menu>
            }
        })
        .await;
        Self { page, chosen }
    }

    fn button(&self) -> HtmlElement {
        self.page.button("Actions for Hub")
    }

    fn item(&self, index: usize) -> HtmlElement {
        self.page.find(&format!("[role=menu] [role=menuitem]:nth-of-type({index})"))
    }

    /// Opens it and waits for the browser to say so.
    async fn open(&self) {
        click(&self.button()).await;
        until("the first item has the focus", || has_focus(&self.item(1))).await;
    }

    fn is_open(&self) -> bool {
        self.page.try_find("[role=menu]:popover-open").is_some()
    }
}

#[wasm_bindgen_test]
async fn a_menu_button_says_what_it_opens_and_whether_it_is_open() {
    let menu = RowMenu::show().await;
    let button = menu.button();
    assert_eq!(button.get_attribute("aria-haspopup").as_deref(), Some("menu"));
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("false"));
    menu.open().await;
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(menu.page.find("[role=menu]").get_attribute("aria-label").as_deref(), Some("Actions for Hub"));
}

#[wasm_bindgen_test]
async fn arrows_home_and_end_move_between_the_items() {
    let menu = RowMenu::show().await;
    menu.open().await;
    for (key, index) in [("ArrowDown", 2), ("End", 3), ("ArrowDown", 1), ("ArrowUp", 3), ("Home", 1)] {
        let focused = document().active_element().unwrap();
        assert!(!press(&focused, key).await, "{key} must not scroll");
        assert!(has_focus(&menu.item(index)), "{key} goes to item {index}");
    }
}

#[wasm_bindgen_test]
async fn choosing_closes_the_menu_gives_the_focus_back_and_acts() {
    let menu = RowMenu::show().await;
    menu.open().await;
    menu.item(3).click();
    settle().await;
    assert!(!menu.is_open());
    assert!(has_focus(&menu.button()));
    assert_eq!(menu.chosen.get_untracked(), ["delete"]);
}

#[wasm_bindgen_test]
async fn an_item_without_the_right_says_why_and_does_nothing() {
    let menu = RowMenu::show().await;
    menu.open().await;
    let item = menu.item(2);
    assert_eq!(item.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(item.text_content().unwrap().contains("Needs Project Developer."));
    item.click();
    assert!(menu.is_open());
    assert!(menu.chosen.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn arrow_down_opens_the_menu_and_tab_leaves_it() {
    let menu = RowMenu::show().await;
    menu.button().focus().unwrap();
    press(&menu.button(), "ArrowDown").await;
    until("the first item has the focus", || has_focus(&menu.item(1))).await;
    press(&menu.item(1), "Tab").await;
    assert!(!menu.is_open());
}

#[wasm_bindgen_test]
async fn visible_text_follows_the_label_in_the_name_of_the_button() {
    let page = Page::show(|| {
        view! { <Menu label="Session" trigger=|| "55 min"><MenuItem on_select=|()| {}>"Sign out"</MenuItem></Menu> }
    })
    .await;
    page.button("Session 55 min");
}
