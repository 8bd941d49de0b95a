//! The five tones a message or a badge can have.

use super::icon::IconName;

/// What a message means for the person. Colour follows from it, and so does a shape, because colour alone says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Off, absent, of no consequence: a hollow circle.
    #[default]
    Neutral,
    /// Good to know: an i.
    Info,
    /// All is well: a filled circle or a tick.
    Success,
    /// Works, but deserves a look: a triangle.
    Warning,
    /// Broken or about to be lost: a triangle on a stronger ground.
    Danger,
}

impl Tone {
    /// The word used in class names.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    /// The shape that goes with a message of this tone.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Neutral | Self::Info => IconName::Info,
            Self::Success => IconName::Check,
            Self::Warning | Self::Danger => IconName::Warning,
        }
    }
}
