use crate::page::{Page, click, fill, has_focus, press, settle};
use data_connector_console::ui::{
    Badge, EmptyState, RelativeTime, SearchBox, Skeleton, SortDirection, SortHeader, TextField, Tone,
    locale_number,
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn only_the_sorted_column_says_how_it_is_sorted() {
    let sort = RwSignal::new(None::<SortDirection>);
    let page = Page::show(move || {
        view! {
            <table><thead><tr>
                <SortHeader label="Name" sort on_sort=move |()| sort.set(Some(SortDirection::Descending)) />
            </tr></thead></table>
        }
    })
    .await;
    let heading = page.find("th[scope=col]");
    assert_eq!(heading.get_attribute("aria-sort"), None);
    click(&page.button("Name")).await;
    assert_eq!(heading.get_attribute("aria-sort").as_deref(), Some("descending"));
    sort.set(Some(SortDirection::Ascending));
    settle().await;
    assert_eq!(heading.get_attribute("aria-sort").as_deref(), Some("ascending"));
}

#[wasm_bindgen_test]
async fn slash_goes_to_the_search_but_is_a_letter_in_other_inputs() {
    let page = Page::show(|| {
        view! {
            <SearchBox label="Search connectors" value="" on_input=|_| {} slash=true />
            <TextField label="Other" value="" on_input=|_| {} />
        }
    })
    .await;
    let search = page.find("[type=search]");
    let other = page.labelled("Other");
    other.focus().unwrap();
    assert!(press(&other, "/").await);
    assert!(has_focus(&other));
    other.blur().unwrap();
    assert!(!press(&document().body().unwrap(), "/").await);
    assert!(has_focus(&search));
    assert_eq!(search.get_attribute("aria-keyshortcuts").as_deref(), Some("/"));
}

#[wasm_bindgen_test]
async fn a_search_box_has_a_name_and_reports_what_is_typed() {
    let text = RwSignal::new(String::new());
    let page = Page::show(move || {
        view! { <SearchBox label="Search" placeholder="Name or ID" value=text on_input=move |typed| text.set(typed) /> }
    })
    .await;
    let search = page.find("[aria-label=Search]");
    assert_eq!(search.get_attribute("placeholder").as_deref(), Some("Name or ID"));
    fill(&search, "oslo").await;
    assert_eq!(text.get_untracked(), "oslo");
}

#[wasm_bindgen_test]
async fn a_status_is_a_word_and_a_shape_that_is_not_read_out() {
    let page = Page::show(|| {
        view! {
            <Badge tone=Tone::Success text="Active" />
            <Badge tone=Tone::Neutral text="Disabled" />
            <Badge tone=Tone::Danger text="Failed" />
        }
    })
    .await;
    assert_eq!(page.texts(".badge"), ["●Active", "○Disabled", "▲Failed"]);
    assert_eq!(page.texts(".badge > [aria-hidden=true]"), ["●", "○", "▲"]);
}

#[wasm_bindgen_test]
async fn loading_says_what_it_waits_for() {
    let page = Page::show(|| view! { <Skeleton label="Loading connectors" rows=3 /> }).await;
    let skeleton = page.find("[role=status][aria-busy=true]");
    assert_eq!(skeleton.text_content().as_deref(), Some("Loading connectors"));
    assert_eq!(page.texts("[aria-hidden=true]").len(), 3);
}

#[wasm_bindgen_test]
async fn an_empty_place_offers_the_next_step() {
    let page = Page::show(|| {
        view! { <EmptyState title="No connectors" actions=|| view! { <a href="/new">"Add"</a> }>"They forward."</EmptyState> }
    })
    .await;
    assert_eq!(page.texts("h2, p, a"), ["No connectors", "They forward.", "Add"]);
}

#[wasm_bindgen_test]
async fn a_time_is_relative_with_the_exact_moment_for_machines_and_on_hover() {
    let noon = 1_735_732_800_000.0; // 2025-01-01T12:00:00Z
    let page = Page::show(move || view! { <RelativeTime at=noon /> }).await;
    let time = page.find("time");
    assert_eq!(time.get_attribute("datetime").as_deref(), Some("2025-01-01T12:00:00.000Z"));
    assert!(time.get_attribute("title").unwrap().contains("2025"));
    let days = page.texts("time").concat();
    assert!(days.contains("days ago"), "{days}");
}

#[wasm_bindgen_test]
fn a_number_is_grouped_for_the_reader() {
    let grouped = locale_number(1_234_567.0);
    assert_eq!(grouped.chars().filter(char::is_ascii_digit).collect::<String>(), "1234567");
    assert!(grouped.len() > 7, "{grouped}");
}
