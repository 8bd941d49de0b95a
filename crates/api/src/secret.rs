//! A text that must not be seen, and not be left behind in memory.

use std::fmt;

use zeroize::Zeroize;

/// A secret or a token. It does not print itself, and its bytes are overwritten when it is dropped.
///
/// That holds for this copy alone. A text that came from a browser's script engine, or went there, has a copy that no
/// program can overwrite; it lasts until the engine collects it. So does whatever [`reveal`](Self::reveal) was copied into.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The same without spaces around it, which are copied along at times.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self(self.0.trim().to_owned())
    }
}

/// Takes the text over, without a copy.
impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
