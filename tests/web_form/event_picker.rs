use crate::mounted::{MountedForm, http_push};
use crate::page::{Page, click, description, fill, has_focus, settle};
use connector::Change;
use dt_api::{Connector, ConnectorKind, EventType};
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn with_events(events: &[&str]) -> Connector {
    http_push(json!({ "events": events }))
}

/// The group of the picker, when it shows.
fn picker(page: &Page) -> Option<HtmlElement> {
    let groups = page.texts("fieldset > legend");
    groups.contains(&"Event types".to_owned()).then(|| page.find("fieldset fieldset"))
}

async fn search(page: &Page, text: &str) {
    fill(&page.find("[type=search][aria-label='Filter event types']"), text).await;
}

/// The event types whose checkboxes show, in order.
fn shown(page: &Page) -> Vec<String> {
    page.texts("[role=group]:not([hidden]) > :not([hidden]) label")
}

fn selected(mounted: &MountedForm) -> Vec<String> {
    let names = |events: &std::collections::BTreeSet<EventType>| {
        events.iter().map(|event| event.as_str().to_owned()).collect()
    };
    mounted.form.with_untracked(|draft| names(&draft.selected_events))
}

/// What saving would send.
fn patch(mounted: &MountedForm) -> Option<Value> {
    let original = mounted.form.original().get_untracked().unwrap();
    mounted.form.with_untracked(|draft| draft.patch(&original))
}

#[wasm_bindgen_test]
async fn the_picker_shows_only_while_not_all_events_are_forwarded() {
    let mounted = MountedForm::of(with_events(&[])).await;
    let forward_all = mounted.page.labelled("Forward All Events");
    assert!(forward_all.checked());
    assert!(picker(&mounted.page).is_none());
    click(&forward_all).await;
    assert!(picker(&mounted.page).is_some());
    assert_eq!(shown(&mounted.page).len(), EventType::KNOWN.len());
}

#[wasm_bindgen_test]
async fn nothing_selected_is_an_error_and_never_means_all() {
    for connector in [with_events(&[]), with_events(&["touch"])] {
        let mounted = MountedForm::of(connector).await;
        if picker(&mounted.page).is_none() {
            click(&mounted.page.labelled("Forward All Events")).await;
        }
        click(&mounted.page.button("Clear selection")).await;
        assert!(!mounted.form.try_to_save());
        settle().await;
        let picker = picker(&mounted.page).unwrap();
        assert_eq!(picker.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert!(description(&picker).contains("Choose at least one event type"), "{}", description(&picker));
        assert_eq!(patch(&mounted), None, "an empty list would forward all");

        click(&mounted.page.labelled("motion")).await;
        assert!(mounted.form.try_to_save());
        settle().await;
        assert_eq!(picker.get_attribute("aria-invalid"), None);
        assert_eq!(patch(&mounted), Some(json!({ "events": ["motion"] })));
    }
}

#[wasm_bindgen_test]
async fn a_new_connector_with_nothing_selected_is_not_sent() {
    let mounted = MountedForm::new(ConnectorKind::HttpPush).await;
    fill(&mounted.page.labelled("Endpoint URL"), "https://example.com").await;
    click(&mounted.page.labelled("Forward All Events")).await;
    assert!(!mounted.form.try_to_save());
    assert_eq!(mounted.form.with_untracked(connector::Draft::create_body), None);
}

#[wasm_bindgen_test]
async fn nobody_is_told_to_select_before_they_could() {
    let mounted = MountedForm::of(with_events(&[])).await;
    click(&mounted.page.labelled("Forward All Events")).await;
    let picker = picker(&mounted.page).unwrap();
    assert_eq!(picker.get_attribute("aria-invalid"), None);
    click(&mounted.page.labelled("touch")).await;
    click(&mounted.page.labelled("touch")).await;
    assert_eq!(picker.get_attribute("aria-invalid").as_deref(), Some("true"), "the last one was taken out");
}

#[wasm_bindgen_test]
async fn a_selection_is_kept_while_all_events_are_forwarded() {
    let mounted = MountedForm::of(with_events(&["touch", "co2"])).await;
    let forward_all = mounted.page.labelled("Forward All Events");
    click(&forward_all).await;
    assert_eq!(mounted.changes(), [Change::Events]);
    assert_eq!(patch(&mounted), Some(json!({ "events": [] })));
    click(&forward_all).await;
    assert!(mounted.changes().is_empty());
    assert!(mounted.page.labelled("co2").checked() && !mounted.page.labelled("motion").checked());
}

#[wasm_bindgen_test]
async fn types_are_found_by_name_group_and_meaning() {
    let MountedForm { page, .. } = MountedForm::of(with_events(&["touch"])).await;
    search(&page, "COUNT").await;
    assert_eq!(shown(&page), ["objectPresentCount", "touchCount"]);
    search(&page, "connectivity").await;
    assert_eq!(shown(&page), ["networkStatus", "connectionStatus", "ethernetStatus", "cellularStatus"]);
    search(&page, "desk free").await;
    assert_eq!(shown(&page), ["deskOccupancy"]);
    search(&page, "xyz").await;
    assert!(shown(&page).is_empty());
    assert!(page.texts("[role=status]").contains(&"No event type matches.".to_owned()));
    search(&page, "").await;
    assert_eq!(shown(&page).len(), EventType::KNOWN.len());
}

#[wasm_bindgen_test]
async fn what_is_shown_is_selected_at_once_beside_what_was_selected_before() {
    let mounted = MountedForm::of(with_events(&["touch"])).await;
    let page = &mounted.page;
    search(page, "connectivity").await;
    click(&page.button("Select all shown")).await;
    assert_eq!(
        selected(&mounted),
        ["touch", "networkStatus", "connectionStatus", "ethernetStatus", "cellularStatus"]
    );
    assert!(page.texts("[role=status]").contains(&"5 of 19 selected".to_owned()));
    click(&page.button("Clear selection")).await;
    assert!(selected(&mounted).is_empty());
    assert!(page.texts("[role=status]").contains(&"0 of 19 selected".to_owned()));
}

#[wasm_bindgen_test]
async fn choosing_one_after_the_other_keeps_search_and_focus() {
    let mounted = MountedForm::of(with_events(&["touch"])).await;
    search(&mounted.page, "count").await;
    let count = mounted.page.labelled("touchCount");
    click(&count).await;
    assert!(has_focus(&count));
    assert_eq!(shown(&mounted.page), ["objectPresentCount", "touchCount"]);
    assert_eq!(selected(&mounted), ["touch", "touchCount"]);
}

#[wasm_bindgen_test]
async fn a_checkbox_is_described_by_what_its_events_say() {
    let MountedForm { page, .. } = MountedForm::of(with_events(&["touch"])).await;
    assert_eq!(description(&page.labelled("touch")), "A sensor was touched.");
    assert!(page.try_find("[role=group][aria-label='Device status']").is_some());
}

#[wasm_bindgen_test]
async fn a_type_that_the_console_does_not_know_is_shown_and_kept() {
    let mounted = MountedForm::of(with_events(&["touch", "soundLevel"])).await;
    let page = &mounted.page;
    assert!(page.labelled("soundLevel").checked());
    click(&page.labelled("co2")).await;
    assert_eq!(patch(&mounted), Some(json!({ "events": ["touch", "co2", "soundLevel"] })));
    click(&page.labelled("soundLevel")).await;
    assert_eq!(patch(&mounted), Some(json!({ "events": ["touch", "co2"] })));
    click(&page.labelled("soundLevel")).await;
    assert!(page.labelled("soundLevel").checked());
}

#[wasm_bindgen_test]
async fn an_unknown_type_is_counted_found_and_selected_like_any_other() {
    let mounted = MountedForm::of(with_events(&["soundLevel"])).await;
    let page = &mounted.page;
    assert!(page.texts("[role=status]").contains(&"1 of 20 selected".to_owned()));
    search(page, "sound").await;
    assert_eq!(shown(page), ["soundLevel"]);
    assert!(!page.texts("[role=status]").contains(&"No event type matches.".to_owned()));
    click(&page.button("Clear selection")).await;
    click(&page.button("Select all shown")).await;
    assert_eq!(selected(&mounted), ["soundLevel"]);
}

#[wasm_bindgen_test]
async fn an_unknown_type_can_be_selected_again_after_it_was_cleared() {
    let mounted = MountedForm::of(with_events(&["soundLevel"])).await;
    let forward_all = mounted.page.labelled("Forward All Events");
    click(&mounted.page.button("Clear selection")).await;
    click(&forward_all).await;
    click(&forward_all).await;
    click(&mounted.page.labelled("soundLevel")).await;
    assert!(mounted.changes().is_empty());
}
