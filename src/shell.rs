//! What stands around every page.

mod breadcrumbs;
mod failure;
mod frame;
mod heading;
mod history;
mod idle_lock;
mod leave;
mod load_failure;
mod navigation;
mod new_version;
mod not_found;
mod palette;
mod refresh;
mod session_end;
mod session_menu;
mod setup_failure;
mod shortcuts;
mod sign_in_again;

pub use failure::Failure;
pub use frame::Frame;
pub use heading::{Arrival, Heading};
pub use load_failure::LoadFailure;
pub use not_found::NotFound;
pub use refresh::Refresh;
pub use setup_failure::SetupFailure;
