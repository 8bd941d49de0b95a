//! How long an answer lasts.

use crate::deployment::{API_PATH, TOKEN_PATH};

/// The folder of the files whose names change with their content, and of nothing else.
pub const ASSETS: &str = "/assets/";

/// How long what is at a path lasts, once it is there: an answer that it is missing never lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// Its name has the hash of its content in it.
    Immutable,
    /// It may change with each deployment: ask whether it has.
    Revalidated,
    /// DT Cloud's answers, which are nobody's to keep.
    NotStored,
}

impl Caching {
    /// How long what is at `path` lasts.
    #[must_use]
    pub fn of(path: &str) -> Self {
        if path.starts_with(ASSETS) {
            Self::Immutable
        } else if path.starts_with(&format!("{API_PATH}/")) || path == TOKEN_PATH {
            Self::NotStored
        } else {
            Self::Revalidated
        }
    }

    /// The value of `Cache-Control`.
    #[must_use]
    pub const fn header(self) -> &'static str {
        match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Revalidated => "no-cache",
            Self::NotStored => "no-store",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Caching;

    #[test]
    fn only_files_named_for_their_content_last() {
        for (path, caching) in [
            ("/assets/loader-0123456789abcdef.js", Caching::Immutable),
            ("/", Caching::Revalidated),
            ("/index.html", Caching::Revalidated),
            ("/config.json", Caching::Revalidated),
            ("/assets", Caching::Revalidated),
            ("/projects/assets/dataconnectors", Caching::Revalidated),
            ("/v2/projects", Caching::NotStored),
            ("/oauth2/token", Caching::NotStored),
        ] {
            assert_eq!(Caching::of(path), caching, "{path}");
        }
    }
}
