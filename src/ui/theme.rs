//! Light, dark, or as the system says.

use super::{
    icon::IconName,
    menu::{Menu, MenuItem},
};
use leptos::prelude::*;

/// Where the choice is kept; `assets/start.js` reads the same key before the first paint.
const STORAGE_KEY: &str = "theme";

/// The person's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    const fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The value of `data-theme` on the root element; the system's choice has none.
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// What the page shows now.
    fn current() -> Self {
        let attribute = document().document_element().and_then(|root| root.get_attribute("data-theme"));
        Self::ALL.into_iter().find(|theme| theme.attribute() == attribute.as_deref()).unwrap_or(Self::System)
    }

    /// Shows it and keeps it. A browser that forbids storage forgets the choice with the page.
    fn apply(self) {
        let storage = window().local_storage().ok().flatten();
        let Some(root) = document().document_element() else { return };
        if let Some(name) = self.attribute() {
            drop(root.set_attribute("data-theme", name));
            drop(storage.map(|storage| storage.set_item(STORAGE_KEY, name)));
        } else {
            drop(root.remove_attribute("data-theme"));
            drop(storage.map(|storage| storage.remove_item(STORAGE_KEY)));
        }
    }
}

/// A menu with the three choices.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let theme = RwSignal::new(Theme::current());
    let items = Theme::ALL
        .map(|choice| {
            let choose = move |()| {
                choice.apply();
                theme.set(choice);
            };
            let checked = Signal::derive(move || theme.get() == choice);
            view! { <MenuItem on_select=choose checked>{choice.label()}</MenuItem> }
        })
        .collect_view();
    view! { <Menu label="Colour theme" icon=IconName::Theme>{items}</Menu> }
}
