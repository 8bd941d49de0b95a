//! Widgets. They know nothing of connectors, the API, the router or the pages.
//!
//! A widget shows the signals it is given and reports what a person does through callbacks; it keeps no data of its own
//! beyond what only it needs (is the menu open, is the secret revealed). Its look is `style/ui/<widget>.css`.

mod badge;
mod button;
mod checkbox;
mod chips;
mod clock;
mod confirm;
mod copy_button;
mod dialog;
mod empty_state;
mod field;
mod focus;
mod icon;
mod ids;
mod menu;
mod notice;
mod number;
mod radio_group;
mod relative_time;
mod search_box;
mod secret_field;
mod select;
mod skeleton;
mod suggestions;
mod switch;
mod table;
mod text_area;
mod text_field;
mod theme;
mod toast;
mod tone;
mod tooltip;

pub use badge::Badge;
pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use chips::Chips;
pub use clock::{provide_clock, use_now};
pub use confirm::Confirm;
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use field::{Control, Field};
pub use focus::{focus_first, focus_first_invalid, focus_invalid, is_typing};
pub use icon::{Icon, IconName};
pub use ids::unique_id;
pub use menu::{Menu, MenuItem};
pub use notice::Notice;
pub use number::locale_number;
pub use radio_group::RadioGroup;
pub use relative_time::RelativeTime;
pub use search_box::SearchBox;
pub use secret_field::SecretField;
pub use select::{Choice, Select};
pub use skeleton::Skeleton;
pub use suggestions::Suggestion;
pub use switch::Switch;
pub use table::{SortDirection, SortHeader};
pub use text_area::TextArea;
pub use text_field::TextField;
pub use theme::ThemeMenu;
pub use toast::{Toast, ToastRegion, Toasts};
pub use tone::Tone;
pub use tooltip::dismiss_tooltips_on_escape;
