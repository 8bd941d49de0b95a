use crate::mounted::{MountedForm, assert_invalid, http_push, is_valid};
use crate::page::{Page, click, fill, has_focus, press, settle};
use connector::{Change, Rules};
use data_connector_console::data::Load;
use data_connector_console::pages::connectors::form::{Form, LabelKeysSection};
use dt_api::{Connector, Device};
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

fn with_labels(labels: &[&str]) -> Connector {
    http_push(json!({ "labels": labels }))
}

fn labels(form: Form) -> Vec<String> {
    form.with_untracked(|draft| draft.labels.clone())
}

fn device(labels: serde_json::Value) -> Device {
    let json = json!({ "name": "projects/p/devices/d", "type": "temperature", "labels": labels });
    Device::from_json(&json).unwrap()
}

/// The section by itself, in a project with these devices.
async fn with_devices(devices: Vec<Device>) -> (Page, Form) {
    let made = RwSignal::new(None);
    let page = Page::show(move || {
        let form = Form::edit_connector(with_labels(&["name"]), Rules::default());
        made.set(Some(form));
        let devices = Load::new(move |_| std::future::ready(Ok(devices.clone())));
        view! { <LabelKeysSection form devices /> }
    })
    .await;
    (page, made.get_untracked().unwrap())
}

/// The suggestions that show, each with its note.
fn offered(page: &Page) -> Vec<String> {
    page.texts("[role=listbox]:not([hidden]) [role=option]")
}

#[wasm_bindgen_test]
async fn keys_are_chips_that_are_added_and_removed() {
    let mounted = MountedForm::of(with_labels(&["name", "floor"])).await;
    let input = mounted.page.labelled("Label keys");
    fill(&input, "room").await;
    press(&input, "Enter").await;
    assert_eq!(labels(mounted.form), ["name", "floor", "room"]);
    click(&mounted.page.button("Remove name")).await;
    assert_eq!(labels(mounted.form), ["floor", "room"]);
    assert!(has_focus(&input));
    assert_eq!(mounted.changes(), [Change::Labels]);
}

#[wasm_bindgen_test]
async fn the_order_of_keys_is_no_change() {
    let mounted = MountedForm::of(with_labels(&["name", "floor"])).await;
    click(&mounted.page.button("Remove name")).await;
    let input = mounted.page.labelled("Label keys");
    fill(&input, "name").await;
    press(&input, "Enter").await;
    assert_eq!(labels(mounted.form), ["floor", "name"]);
    assert!(mounted.changes().is_empty());
}

#[wasm_bindgen_test]
async fn the_labels_of_the_projects_devices_are_suggested_the_most_used_first() {
    let devices = [
        json!({ "name": "Hall", "room": "1" }),
        json!({ "name": "Kitchen", "room": "2", "floor": "3" }),
        json!({ "name": "Roof" }),
    ];
    let (page, form) = with_devices(devices.map(device).into()).await;
    let input = page.labelled("Label keys");
    assert!(offered(&page).is_empty());
    press(&input, "ArrowDown").await;
    assert_eq!(offered(&page), ["room2 of 3 devices", "floor1 of 3 devices"], "name is there already");
    press(&input, "Enter").await;
    assert_eq!(labels(form), ["name", "room"]);
}

#[wasm_bindgen_test]
async fn keys_can_be_typed_when_the_devices_are_not_known() {
    let mounted = MountedForm::of(with_labels(&[])).await;
    let input = mounted.page.labelled("Label keys");
    press(&input, "ArrowDown").await;
    assert!(offered(&mounted.page).is_empty());
    fill(&input, "room").await;
    press(&input, ",").await;
    assert_eq!(labels(mounted.form), ["room"]);
}

#[wasm_bindgen_test]
async fn a_key_is_not_added_twice() {
    let mounted = MountedForm::of(with_labels(&["name"])).await;
    let input = mounted.page.labelled("Label keys");
    fill(&input, "name").await;
    press(&input, "Enter").await;
    assert_eq!(labels(mounted.form), ["name"]);
    assert!(mounted.page.texts("[role=status]").contains(&"name is already there".to_owned()));
}

#[wasm_bindgen_test]
async fn a_key_that_is_stored_twice_is_told_and_goes_by_removing_one() {
    let MountedForm { page, form } = MountedForm::of(with_labels(&["name", "floor", "name"])).await;
    let input = page.labelled("Label keys");
    assert!(is_valid(&input));
    assert!(!form.try_to_save());
    settle().await;
    assert_invalid(&input, "it is listed twice");
    click(&page.button("Remove name")).await;
    assert_eq!(labels(form), ["name", "floor"]);
    assert!(is_valid(&input));
}
