//! What can go wrong with a call.

use std::fmt;

use crate::decode::Malformed;
use crate::refusal::Refusal;
use crate::transport::TransportError;

/// Why a call gave no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// No answer came.
    Transport(TransportError),
    /// The server answered, and the answer is no.
    Refused(Refusal),
    /// The server answered with something that the API does not promise.
    Malformed(Malformed),
}

impl Error {
    /// Whether the server answered with this status.
    #[must_use]
    pub fn is_refused_with(&self, status: u16) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.status == status)
    }

    /// Whether the server may have done what it was asked to, although nobody says so.
    #[must_use]
    pub fn may_be_done(&self) -> bool {
        match self {
            Self::Transport(_) | Self::Malformed(_) => true,
            Self::Refused(refusal) => refusal.status >= 500,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => error.fmt(f),
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Malformed(malformed) => malformed.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Malformed> for Error {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}
