use crate::mounted::{MountedForm, assert_invalid, http_push, is_valid};
use crate::page::{click, description, fill, send, settle};
use connector::{Change, Field, Rules};
use data_connector_console::pages::connectors::form::Form;
use dt_api::ConnectorKind;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_form_shows_what_the_connector_has() {
    let MountedForm { page, .. } = MountedForm::of(http_push(json!({}))).await;
    assert!(page.labelled("Data Connector enabled").checked());
    assert_eq!(page.labelled("Display name").value(), "Building operations");
    assert_eq!(page.labelled("Endpoint URL").value(), "https://ops.example.com/dt/events?site=oslo");
    assert!(!page.labelled("Forward All Events").checked());
    assert_eq!(page.labelled("Signature secret").value(), "6f1c0d9a4be2435f8a7703c2d1e5b694");
}

#[wasm_bindgen_test]
async fn a_connector_that_is_not_active_for_whatever_reason_is_switched_off() {
    for status in ["USER_DISABLED", "SYSTEM_DISABLED", "PAUSED"] {
        let MountedForm { page, .. } = MountedForm::of(http_push(json!({ "status": status }))).await;
        assert!(!page.labelled("Data Connector enabled").checked(), "{status}");
    }
}

#[wasm_bindgen_test]
async fn switching_off_says_what_will_be_lost() {
    let mounted = MountedForm::of(http_push(json!({}))).await;
    let switch = mounted.page.labelled("Data Connector enabled");
    assert_eq!(description(&switch), "Forwards events to the endpoint.");
    click(&switch).await;
    assert!(description(&switch).starts_with("Changed. Undelivered events will be dropped."));
    assert_eq!(mounted.changes(), [Change::Status]);
    assert!(!mounted.form.with_untracked(|draft| draft.enabled));
}

#[wasm_bindgen_test]
async fn switching_on_says_what_stays_behind() {
    let mounted = MountedForm::of(http_push(json!({ "status": "USER_DISABLED" }))).await;
    let switch = mounted.page.labelled("Data Connector enabled");
    assert_eq!(description(&switch), "Forwards nothing while it is disabled.");
    click(&switch).await;
    assert!(description(&switch).contains("those from the time it was disabled stay behind"));
}

#[wasm_bindgen_test]
async fn a_changed_display_name_says_so_until_it_is_typed_back() {
    let mounted = MountedForm::of(http_push(json!({ "displayName": "Hub" }))).await;
    let name = mounted.page.labelled("Display name");
    fill(&name, "Hub 2").await;
    assert_eq!(mounted.changes(), [Change::DisplayName]);
    assert!(description(&name).starts_with("Changed."));
    fill(&name, "Hub").await;
    assert!(mounted.changes().is_empty());
    assert!(!description(&name).contains("Changed."));
}

#[wasm_bindgen_test]
async fn a_wrong_url_is_told_when_the_person_leaves_it_and_no_longer_when_it_is_right() {
    let MountedForm { page, .. } = MountedForm::new(ConnectorKind::HttpPush).await;
    let url = page.labelled("Endpoint URL");
    assert!(url.required());
    fill(&url, "http://example.com").await;
    assert!(is_valid(&url), "nobody is told while typing for the first time");
    send(&url, "blur").await;
    assert_invalid(&url, "https:// instead of http://");
    assert!(description(&url).contains("2xx status within 10 seconds"), "the hint stays");
    fill(&url, "https://example.com").await;
    assert!(is_valid(&url));
    fill(&url, "").await;
    assert_invalid(&url, "Enter the URL that events are sent to.");
}

#[wasm_bindgen_test]
async fn leaving_one_field_tells_nothing_of_another() {
    let MountedForm { page, .. } = MountedForm::new(ConnectorKind::HttpPush).await;
    send(&page.labelled("Display name"), "blur").await;
    assert!(is_valid(&page.labelled("Endpoint URL")));
    assert!(is_valid(&page.labelled("Display name")), "a name may be empty");
}

#[wasm_bindgen_test]
async fn trying_to_save_tells_every_problem() {
    let MountedForm { page, form } = MountedForm::new(ConnectorKind::HttpPush).await;
    assert!(!form.try_to_save());
    settle().await;
    assert_invalid(&page.labelled("Endpoint URL"), "Enter the URL");
    fill(&page.labelled("Endpoint URL"), "https://example.com").await;
    assert!(form.try_to_save());
}

#[wasm_bindgen_test]
async fn a_deployment_decides_whether_this_machine_may_be_an_endpoint() {
    for allow_loopback_http in [false, true] {
        let rules = Rules { allow_loopback_http };
        let MountedForm { page, form } =
            MountedForm::show(move || Form::create(&ConnectorKind::HttpPush, rules)).await;
        fill(&page.labelled("Endpoint URL"), "http://localhost:8081/inbox/demo").await;
        assert_eq!(form.try_to_save(), allow_loopback_http);
    }
}

#[wasm_bindgen_test]
async fn what_dt_cloud_refuses_stands_at_its_field_until_the_form_is_edited() {
    let MountedForm { page, form } = MountedForm::of(http_push(json!({}))).await;
    form.refuse(Field::Url, "DT Cloud said: “no”.".to_owned());
    settle().await;
    assert_invalid(&page.labelled("Endpoint URL"), "DT Cloud said: “no”.");
    assert!(is_valid(&page.labelled("Display name")));
    fill(&page.labelled("Display name"), "Hub").await;
    assert!(is_valid(&page.labelled("Endpoint URL")));
}

#[wasm_bindgen_test]
async fn a_locked_form_can_be_read_and_not_changed() {
    let make = || Form::edit_connector(http_push(json!({})), Rules::default());
    let locked = Some("Needs Project Developer".to_owned());
    let MountedForm { page, form } = MountedForm::show_locked(make, locked).await;
    click(&page.labelled("Data Connector enabled")).await;
    assert!(form.with_untracked(|draft| draft.enabled));
    for label in ["Display name", "Endpoint URL", "Label keys", "Signature secret"] {
        assert!(page.labelled(label).matches(":read-only").unwrap(), "{label}");
    }
    assert_eq!(page.labelled("Display name").value(), "Building operations");
}
