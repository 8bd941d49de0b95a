//! The heading of a page, which is also how a change of page is announced.

use leptos::html;
use leptos::prelude::*;
use visible_text::visible;

use crate::ui::Outside;

/// The page's `h1`. Names the document and the last of the breadcrumbs, and takes the focus when the page appears through a
/// navigation, so that a screen reader says where the person is and the keyboard goes on from the top of the page.
#[component]
pub fn Heading(
    /// The heading, and the first part of the document's title.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let arrival = use_context::<Arrival>();
    let page = use_context::<PageName>();
    Effect::new(move || {
        if let Some(PageName(name)) = page {
            name.set(text.get());
        }
        document().set_title(&text.with(|text| format!("{} – Data Connector Console", visible(text))));
    });
    heading.on_load(move |heading| {
        if arrival.is_some_and(Arrival::take_turn) {
            // The element takes the focus through `tabindex`; a browser that refuses leaves it where it was.
            let _ = heading.focus();
        }
    });
    view! { <h1 tabindex="-1" node_ref=heading><Outside text /></h1> }
}

/// What the heading of the page in the frame says.
#[derive(Clone, Copy)]
pub(super) struct PageName(RwSignal<String>);

impl PageName {
    /// Provides it to the frame and to the pages in it.
    pub(super) fn provide() -> Self {
        let name = Self(RwSignal::new(String::new()));
        provide_context(name);
        name
    }

    /// The name, which changes with the page.
    pub(super) fn get(self) -> String {
        self.0.get()
    }
}

/// Tells the first page after a load from later ones: the first leaves the focus at the start of the document, where
/// the browser puts it.
#[derive(Clone, Copy)]
pub struct Arrival(StoredValue<bool>);

impl Arrival {
    /// No page has appeared yet.
    #[must_use]
    pub fn first() -> Self {
        Self(StoredValue::new(false))
    }

    /// Whether a page has appeared before this one.
    fn take_turn(self) -> bool {
        let later = self.0.get_value();
        self.0.set_value(true);
        later
    }
}
