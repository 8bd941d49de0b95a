use crate::page::{Page, click, fill, has_focus, press, send, settle};
use data_connector_console::ui::{Chips, Suggestion};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

struct Keys {
    page: Page,
    values: RwSignal<Vec<String>>,
    input: HtmlInputElement,
}

impl Keys {
    /// Label keys `name` and `floor`, with `room`, `roof` and `floor` suggested.
    async fn show() -> Self {
        let values = RwSignal::new(vec!["name".to_owned(), "floor".to_owned()]);
        let suggestions = ["room", "roof", "floor"]
            .map(|value| Suggestion { value: value.to_owned(), note: format!("devices with {value}") });
        let page = Page::show(move || {
            let suggestions = suggestions.to_vec();
            view! { <Chips label="Label keys" values on_change=move |all| values.set(all) suggestions /> }
        })
        .await;
        let input = page.labelled("Label keys");
        Self { page, values, input }
    }

    fn values(&self) -> Vec<String> {
        self.values.get_untracked()
    }

    fn offered(&self) -> Vec<String> {
        self.page.texts("[role=listbox]:not([hidden]) [role=option] > :first-child")
    }

    /// The text of the option that the input points at.
    fn highlighted(&self) -> Option<String> {
        let id = self.input.get_attribute("aria-activedescendant")?;
        let option = document().get_element_by_id(&id).unwrap();
        assert_eq!(option.get_attribute("aria-selected").as_deref(), Some("true"));
        Some(option.first_element_child().unwrap().text_content().unwrap())
    }
}

#[wasm_bindgen_test]
async fn enter_comma_and_leaving_add_what_is_typed() {
    let keys = Keys::show().await;
    fill(&keys.input, " customer-id ").await;
    assert!(!press(&keys.input, "Enter").await, "Enter must not submit the form around it");
    fill(&keys.input, "zone").await;
    press(&keys.input, ",").await;
    fill(&keys.input, "level").await;
    send(&keys.input, "blur").await;
    assert_eq!(keys.values(), ["name", "floor", "customer-id", "zone", "level"]);
    assert_eq!(keys.input.value(), "");
    assert_eq!(keys.page.texts("[role=status]"), ["level added"]);
}

#[wasm_bindgen_test]
async fn what_is_there_or_empty_is_not_added() {
    let keys = Keys::show().await;
    fill(&keys.input, "floor").await;
    press(&keys.input, "Enter").await;
    assert_eq!(keys.page.texts("[role=status]"), ["floor is already there"]);
    fill(&keys.input, "  ").await;
    press(&keys.input, "Enter").await;
    assert_eq!(keys.values(), ["name", "floor"]);
}

#[wasm_bindgen_test]
async fn backspace_removes_the_last_only_in_an_empty_input() {
    let keys = Keys::show().await;
    fill(&keys.input, "x").await;
    assert!(press(&keys.input, "Backspace").await, "the browser must delete the letter");
    assert_eq!(keys.values().len(), 2);
    fill(&keys.input, "").await;
    press(&keys.input, "Backspace").await;
    assert_eq!(keys.values(), ["name"]);
}

#[wasm_bindgen_test]
async fn a_chip_is_removed_by_its_button_and_the_focus_goes_to_the_input() {
    let keys = Keys::show().await;
    click(&keys.page.button("Remove name")).await;
    assert_eq!(keys.values(), ["floor"]);
    assert!(has_focus(&keys.input));
    assert_eq!(keys.page.texts("[role=status]"), ["name removed"]);
}

#[wasm_bindgen_test]
async fn suggestions_match_what_is_typed_and_leave_out_what_is_there() {
    let keys = Keys::show().await;
    assert_eq!(keys.input.get_attribute("aria-expanded").as_deref(), Some("false"));
    fill(&keys.input, "RO").await;
    assert_eq!(keys.input.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(keys.offered(), ["room", "roof"]);
    fill(&keys.input, "xyz").await;
    assert_eq!(keys.input.get_attribute("aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn arrows_highlight_around_the_list_and_enter_takes_the_highlighted() {
    let keys = Keys::show().await;
    press(&keys.input, "ArrowDown").await;
    assert_eq!(keys.highlighted().as_deref(), Some("room"));
    press(&keys.input, "ArrowUp").await;
    assert_eq!(keys.highlighted().as_deref(), Some("roof"));
    press(&keys.input, "ArrowDown").await;
    press(&keys.input, "Enter").await;
    assert_eq!(keys.values(), ["name", "floor", "room"]);
}

#[wasm_bindgen_test]
async fn a_clicked_suggestion_is_taken() {
    let keys = Keys::show().await;
    fill(&keys.input, "roo").await;
    keys.page.find("[role=option]:nth-child(2)").click();
    assert_eq!(keys.values(), ["name", "floor", "roof"]);
}

#[wasm_bindgen_test]
async fn escape_closes_the_suggestions_before_anything_around_them() {
    let keys = Keys::show().await;
    fill(&keys.input, "r").await;
    assert!(!press(&keys.input, "Escape").await);
    assert!(keys.offered().is_empty());
    assert!(press(&keys.input, "Escape").await, "the second Escape is for what is around");
}

#[wasm_bindgen_test]
async fn a_text_stored_twice_is_shown_twice_also_when_the_list_changes() {
    let list = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    let values = RwSignal::new(list(&["a", "a"]));
    let page = Page::show(move || view! { <Chips label="Keys" values on_change=|_| {} /> }).await;
    assert_eq!(page.texts(".chip"), ["a", "a"]);
    values.set(list(&["b", "a", "a"]));
    settle().await;
    assert_eq!(page.texts(".chip"), ["b", "a", "a"]);
    values.set(list(&["a"]));
    settle().await;
    assert_eq!(page.texts(".chip"), ["a"]);
}
