//! The few line icons of the console, drawn inline so that they take the colour of the text beside them.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// An arrow pointing down: descending order.
    ArrowDown,
    /// An arrow pointing up: ascending order.
    ArrowUp,
    /// A tick: done.
    Check,
    /// A small chevron: something opens below.
    ChevronDown,
    /// A cross: close or remove.
    Close,
    /// Two sheets: copy.
    Copy,
    /// An open eye: reveal.
    Eye,
    /// A crossed eye: hide.
    EyeOff,
    /// A sheet of paper: a file.
    File,
    /// An i in a circle.
    Info,
    /// Three lines: the navigation.
    Menu,
    /// Three dots: more actions.
    More,
    /// A plus: add.
    Plus,
    /// A circular arrow: load again.
    Refresh,
    /// A magnifying glass.
    Search,
    /// A moon: light and dark.
    Theme,
    /// A bin: delete.
    Trash,
    /// An upright triangle with an exclamation mark.
    Warning,
}

impl IconName {
    /// The path's data on a 16 × 16 grid.
    const fn path(self) -> &'static str {
        match self {
            Self::ArrowDown => "M8 3v10M4 9l4 4 4-4",
            Self::ArrowUp => "M8 13V3M4 7l4-4 4 4",
            Self::Check => "M3 8.5 6.5 12 13 4.5",
            Self::ChevronDown => "m4 6 4 4 4-4",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Copy => "M6 6V2.5h7.5V10H10M2.5 6H10v7.5H2.5z",
            Self::Eye => {
                "M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::EyeOff => {
                "M6.5 3.7A7 7 0 0 1 15 8a12 12 0 0 1-2 2.5M4 5a12 12 0 0 0-3 3s2.5 4.5 7 4.5a7 7 0 0 0 3-.7M2 2l12 12"
            }
            Self::File => "M4 1.5h5.5L13 5v9.5H4zM9 1.5V5.5h4",
            Self::Info => "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 7.5V11M8 5v.1",
            Self::Menu => "M2 4h12M2 8h12M2 12h12",
            Self::More => "M2.5 8h1M7.5 8h1m4 0h1",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Refresh => "M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.5M13.5 2v3.5H10",
            Self::Search => "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14",
            Self::Theme => "M13.5 10A6 6 0 0 1 6 2.5a6 6 0 1 0 7.5 7.5z",
            Self::Trash => "M2.5 4h11M6 4V2h4v2M4 4l.7 10h6.6L12 4M6.7 7v4M9.3 7v4",
            Self::Warning => "M8 1.8 15 14H1zM8 6v4M8 12v.1",
        }
    }
}

/// An icon. It is decoration: the control or text beside it must carry the name.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=name.path() />
        </svg>
    }
}
