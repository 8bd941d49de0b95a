//! Which paths are places of the console, answered with its page.

use crate::caching::ASSETS;

/// The places of the console, for hosts that know no more than prefixes. `/` is the page itself.
pub const PLACES: [&str; 3] = ["/projects/*", "/session", "/sign-in"];

/// Whether a path at which there is no file is answered with the console's page: its last part has no dot, as the names of
/// files have, and it is not in the folder of the assets. So the page is never the answer to a missing file.
#[must_use]
pub fn is_place(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    !last.contains('.') && !path.starts_with(ASSETS)
}

/// The rule about the last part as a regular expression of what follows the first slash.
pub(crate) const PLACE_PATTERN: &str = "(?:[^/]*/)*[^./]*";

#[cfg(test)]
mod tests {
    use super::is_place;

    #[test]
    fn a_place_has_no_dot_in_its_last_part() {
        for path in ["/", "/sign-in", "/projects/a.b/dataconnectors", "/assets", "/nowhere/"] {
            assert!(is_place(path), "{path}");
        }
    }

    #[test]
    fn a_missing_file_is_no_place() {
        for path in [
            "/favicon.ico",
            "/projects/p/style.css",
            "/assets/",
            "/assets/loader",
            "/.env",
            "/.git/config.txt",
        ] {
            assert!(!is_place(path), "{path}");
        }
    }
}
