use crate::page::{Page, click, description, fill, has_focus, send, settle};
use data_connector_console::ui::{Button, Confirm, Dialog};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

#[wasm_bindgen_test]
async fn a_dialog_is_modal_named_by_its_title_and_gives_the_focus_back() {
    let open = RwSignal::new(false);
    let page = Page::show(move || {
        view! {
            <Button on_click=move |()| open.set(true)>"Open"</Button>
            <Dialog open title="Keys" on_close=move |()| open.set(false)><p>"Content"</p></Dialog>
        }
    })
    .await;
    assert!(page.try_find("dialog p").is_none(), "a closed dialog has no content");
    click(&page.button("Open")).await;
    let dialog = page.find("dialog:modal");
    let title = document().get_element_by_id(&dialog.get_attribute("aria-labelledby").unwrap()).unwrap();
    assert_eq!(title.text_content().as_deref(), Some("Keys"));
    assert_eq!(page.texts("dialog p"), ["Content"]);
    assert!(has_focus(&page.button("Close")));

    click(&page.button("Close")).await;
    assert!(page.try_find("dialog[open]").is_none());
    assert!(page.try_find("dialog p").is_none());
    assert!(has_focus(&page.button("Open")));
}

#[wasm_bindgen_test]
async fn escape_asks_the_owner_who_may_keep_it_open() {
    let asked = RwSignal::new(0);
    let page = Page::show(move || {
        view! { <Dialog open=true title="Working" on_close=move |()| asked.update(|n| *n += 1)>"…"</Dialog> }
    })
    .await;
    send(&page.find("dialog"), "cancel").await;
    assert_eq!(asked.get_untracked(), 1);
    assert!(page.find("dialog").unchecked_into::<HtmlDialogElement>().open());
}

#[wasm_bindgen_test]
async fn a_dialog_that_the_browser_closed_by_itself_tells_its_owner() {
    let open = RwSignal::new(true);
    let page = Page::show(move || {
        view! { <Dialog open title="Keys" on_close=move |()| open.set(false)>"…"</Dialog> }
    })
    .await;
    page.find("dialog").unchecked_into::<HtmlDialogElement>().close();
    send(&page.find("dialog"), "close").await;
    assert!(!open.get_untracked());
}

#[wasm_bindgen_test]
async fn a_dialog_that_opens_again_at_once_is_not_closed_by_news_of_the_first_closing() {
    let open = RwSignal::new(true);
    let page = Page::show(move || {
        view! { <Dialog open title="Keys" on_close=move |()| open.set(false)>"…"</Dialog> }
    })
    .await;
    open.set(false);
    settle().await;
    open.set(true);
    settle().await;
    send(&page.find("dialog"), "close").await;
    assert!(open.get_untracked());
}

struct Deletion {
    page: Page,
    open: RwSignal<bool>,
    deleted: RwSignal<bool>,
    pending: RwSignal<bool>,
    error: RwSignal<Option<String>>,
}

impl Deletion {
    async fn asked() -> Self {
        let (open, deleted) = (RwSignal::new(true), RwSignal::new(false));
        let (pending, error) = (RwSignal::new(false), RwSignal::new(None::<String>));
        let page = Page::show(move || {
            view! {
                <Confirm
                    open
                    title="Delete Hub?"
                    confirm="Delete"
                    danger=true
                    type_to_confirm="Hub"
                    pending
                    error
                    on_confirm=move |()| deleted.set(true)
                    on_cancel=move |()| open.set(false)
                >
                    <p>"Its configuration is lost."</p>
                </Confirm>
            }
        })
        .await;
        Self { page, open, deleted, pending, error }
    }
}

#[wasm_bindgen_test]
async fn nothing_is_confirmed_before_the_name_is_typed() {
    let Deletion { page, deleted, .. } = Deletion::asked().await;
    assert_eq!(page.texts("dialog .dialog-body > p"), ["Its configuration is lost."]);
    let name = page.labelled("Type Hub to confirm");
    assert!(has_focus(&name));
    fill(&name, "hub").await;
    click(&page.button("Delete")).await;
    assert!(!deleted.get_untracked());
    assert_eq!(description(&page.button("Delete")), "Type Hub to confirm.");
    fill(&name, "Hub ").await;
    click(&page.button("Delete")).await;
    assert!(deleted.get_untracked());
}

#[wasm_bindgen_test]
async fn what_was_typed_is_forgotten_when_the_person_turns_back() {
    let Deletion { page, open, .. } = Deletion::asked().await;
    fill(&page.labelled("Type Hub to confirm"), "Hub").await;
    click(&page.button("Cancel")).await;
    assert!(!open.get_untracked());
    open.set(true);
    settle().await;
    assert_eq!(page.labelled("Type Hub to confirm").value(), "");
}

#[wasm_bindgen_test]
async fn work_under_way_cannot_be_left_and_its_failure_is_announced() {
    let Deletion { page, open, pending, error, .. } = Deletion::asked().await;
    pending.set(true);
    send(&page.find("dialog"), "cancel").await;
    assert!(open.get_untracked());
    pending.set(false);
    error.set(Some("DT Cloud did not answer.".to_owned()));
    settle().await;
    assert_eq!(page.texts("dialog [role=alert]"), ["DT Cloud did not answer."]);
}
