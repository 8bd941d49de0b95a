use crate::page::{Page, description, fill, has_focus, send, settle};
use data_connector_console::ui::{Choice, Field, Select, TextField, focus_first_invalid};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

#[wasm_bindgen_test]
async fn a_label_names_its_input_and_typing_is_reported() {
    let typed = RwSignal::new("before".to_owned());
    let page = Page::show(move || {
        view! { <TextField label="Display name" value=typed on_input=move |text| typed.set(text) /> }
    })
    .await;
    let input = page.labelled("Display name");
    assert_eq!(input.value(), "before");
    fill(&input, "after").await;
    assert_eq!(typed.get_untracked(), "after");
}

#[wasm_bindgen_test]
async fn an_error_marks_the_input_and_is_read_after_the_hint() {
    let error = RwSignal::new(None::<String>);
    let page = Page::show(move || {
        view! { <TextField label="URL" value="" on_input=|_| {} hint="HTTPS only." error /> }
    })
    .await;
    let input = page.labelled("URL");
    assert_eq!(description(&input), "HTTPS only.");
    assert_eq!(input.get_attribute("aria-invalid"), None);

    error.set(Some("Enter an address.".to_owned()));
    settle().await;
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(description(&input), "HTTPS only. Enter an address.");

    error.set(None);
    settle().await;
    assert_eq!(input.get_attribute("aria-invalid"), None);
    assert_eq!(description(&input), "HTTPS only.");
}

#[wasm_bindgen_test]
async fn a_changed_value_is_described_and_keeps_its_name() {
    let changed = RwSignal::new(false);
    let page =
        Page::show(move || view! { <TextField label="Name" value="" on_input=|_| {} changed /> }).await;
    changed.set(true);
    settle().await;
    assert_eq!(description(&page.labelled("Name")), "Changed.");
}

#[wasm_bindgen_test]
async fn a_hidden_label_still_names_its_input() {
    let page = Page::show(|| {
        view! { <TextField label="Key of header 1" label_hidden=true value="x" on_input=|_| {} /> }
    })
    .await;
    assert_eq!(page.labelled("Key of header 1").value(), "x");
}

#[wasm_bindgen_test]
async fn two_fields_never_share_an_id() {
    let page = Page::show(|| {
        view! {
            <TextField label="One" value="1" on_input=|_| {} hint="First" />
            <TextField label="Two" value="2" on_input=|_| {} hint="Second" />
        }
    })
    .await;
    assert_eq!(page.labelled("One").value(), "1");
    assert_eq!(description(&page.labelled("Two")), "Second");
}

#[wasm_bindgen_test]
async fn leaving_an_input_is_reported() {
    let left = RwSignal::new(0);
    let page = Page::show(move || {
        view! { <TextField label="Name" value="" on_input=|_| {} on_blur=move |()| left.update(|n| *n += 1) /> }
    })
    .await;
    send(&page.labelled("Name"), "blur").await;
    assert_eq!(left.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn any_control_can_stand_in_a_field() {
    let page = Page::show(|| {
        view! {
            <Field label="Notes" error="Too long." let:control>
                <textarea id=control.id aria-describedby=control.described_by aria-invalid=control.invalid>
                    "</textarea>"
                </textarea>
            </Field>
        }
    })
    .await;
    let notes = page.labelled("Notes");
    assert_eq!((notes.tag_name().as_str(), notes.value().trim()), ("TEXTAREA", "</textarea>"));
    assert_eq!(description(&notes), "Too long.");
}

#[wasm_bindgen_test]
async fn the_first_invalid_control_takes_the_focus() {
    let page = Page::show(|| {
        view! {
            <form>
                <TextField label="Good" value="" on_input=|_| {} />
                <TextField label="Bad" value="" on_input=|_| {} error="Wrong." />
                <TextField label="Worse" value="" on_input=|_| {} error="Wrong too." />
            </form>
        }
    })
    .await;
    assert!(focus_first_invalid(&page.find("form")));
    assert!(has_focus(&page.labelled("Bad")));
    assert!(!focus_first_invalid(&page.find("form p")));
}

#[wasm_bindgen_test]
async fn a_select_shows_the_value_it_is_given_and_reports_another() {
    let value = RwSignal::new("b".to_owned());
    let page = Page::show(move || {
        let choices = vec![Choice::new("a", "First"), Choice::new("b", "Second")];
        view! { <Select label="Type" choices value on_change=move |chosen| value.set(chosen) /> }
    })
    .await;
    let select: HtmlSelectElement = page.labelled("Type").unchecked_into();
    assert_eq!(select.value(), "b");
    select.set_value("a");
    send(&select, "change").await;
    assert_eq!(value.get_untracked(), "a");
    value.set("b".to_owned());
    settle().await;
    assert_eq!(select.value(), "b");
}
