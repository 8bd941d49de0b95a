//! Why a command could not do its work, in one line for the person who ran it.

use std::fmt;

/// One line that says what went wrong and, where there is one, the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// What a step of a command gives.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure that the command's own output has shown already.
    pub fn shown() -> Self {
        Self(String::new())
    }

    /// Whether there is nothing left to say.
    pub fn is_shown(&self) -> bool {
        self.0.is_empty()
    }

    /// A failure with this line.
    pub fn new(line: impl Into<String>) -> Self {
        Self(line.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Says what was being done when an error of the operating system or of a parser came.
pub trait During<T> {
    /// Turns the error into "`what`: error".
    fn during(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> During<T> for Result<T, E> {
    fn during(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{what}: {error}")))
    }
}
