use crate::page::{Page, click, description, settle};
use data_connector_console::ui::{Checkbox, Switch};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_switch_has_its_role_and_reports_what_is_wanted() {
    let on = RwSignal::new(false);
    let page = Page::show(move || {
        view! { <Switch label="Enabled" checked=on on_change=move |wanted| on.set(wanted) description="Forwards." /> }
    })
    .await;
    let switch = page.labelled("Enabled");
    assert_eq!(switch.get_attribute("role").as_deref(), Some("switch"));
    assert_eq!(description(&switch), "Forwards.");
    click(&switch).await;
    assert!(on.get_untracked());
    on.set(false);
    settle().await;
    assert!(!switch.checked());
}

#[wasm_bindgen_test]
async fn a_changed_switch_says_so() {
    let page = Page::show(|| {
        view! { <Switch label="Enabled" checked=true on_change=|_| {} changed=true description="Forwards." /> }
    })
    .await;
    assert_eq!(description(&page.labelled("Enabled")), "Changed. Forwards.");
}

#[wasm_bindgen_test]
async fn a_checkbox_shows_checked_and_mixed() {
    let (checked, mixed) = (RwSignal::new(true), RwSignal::new(true));
    let page =
        Page::show(move || view! { <Checkbox label="Sensors" checked mixed on_change=|_| {} /> }).await;
    let checkbox = page.labelled("Sensors");
    assert!(checkbox.checked() && checkbox.indeterminate());
    mixed.set(false);
    settle().await;
    assert!(!checkbox.indeterminate());
}

#[wasm_bindgen_test]
async fn a_disabled_fieldset_disables_the_widgets_in_it() {
    let on = RwSignal::new(false);
    let page = Page::show(move || {
        view! { <fieldset disabled><Switch label="Enabled" checked=on on_change=move |wanted| on.set(wanted) /></fieldset> }
    })
    .await;
    page.labelled("Enabled").click();
    assert!(!on.get_untracked());
}
