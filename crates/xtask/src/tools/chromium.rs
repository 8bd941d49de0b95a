//! The browsers that the tests drive, and their driver.

use super::{debian, on_path};
use crate::failure::{Failure, Outcome};
use std::path::PathBuf;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Chromium or Chrome: `CHROME` where it is set, else the one on the search path, else Debian's.
pub fn browser() -> Outcome<PathBuf> {
    find("CHROME", &BROWSERS, "Chromium")
}

/// Chromium without a window of its own, which runs the end-to-end tests in half the time; a whole Chromium where Debian's
/// package of it cannot be had.
pub fn headless_shell() -> Outcome<PathBuf> {
    find("CHROME", &["chromium-headless-shell"], "Chromium's headless shell").or_else(|_| browser())
}

/// Its driver: `CHROMEDRIVER` where it is set, else the one on the search path, else Debian's.
pub fn driver() -> Outcome<PathBuf> {
    find("CHROMEDRIVER", &["chromedriver"], "ChromeDriver")
}

fn find(variable: &str, names: &[&str], what: &str) -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os(variable).map(PathBuf::from) {
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(Failure::new(format!("{variable} names {}, which is not there.", chosen.display())))
        };
    }
    if let Some(program) = on_path(names) {
        return Ok(program);
    }
    // All at once, since their versions must agree; and a font, without which pages have no text.
    debian::install(what, &["chromium", "chromium-driver", "chromium-headless-shell", "fonts-dejavu-core"])?;
    on_path(names)
        .ok_or_else(|| Failure::new(format!("{what} is still missing. Set {variable} to its path.")))
}
