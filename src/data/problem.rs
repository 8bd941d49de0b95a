//! What went wrong, for a person: what it means and what to do.

use dt_api::{Error, Refusal, TransportError};
use leptos::prelude::window;
use visible_text::visible;

/// Something that went wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What went wrong, in a few words.
    pub title: String,
    /// What it means and what to do about it, in a sentence or two.
    pub detail: String,
    /// What the person can do.
    pub next: NextStep,
}

/// What a person can do about a [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Sign in again.
    SignIn,
    /// Ask an administrator for a role.
    AskForRole,
    /// Correct what was entered.
    CorrectInput,
    /// Go back: the thing is not there.
    GoBack,
    /// Try again, after so many seconds.
    RetryAfter(u32),
    /// Try again.
    Retry,
    /// Have whoever runs this console look at its setup.
    CheckSetup,
    /// Tell whoever runs this console.
    Report,
}

impl NextStep {
    /// Whether sending the same request again may help.
    #[must_use]
    pub fn may_retry(self) -> bool {
        !matches!(self, Self::SignIn | Self::CorrectInput)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Transport(error) => Self::from_transport(error),
            Error::Refused(refusal) => Self::from_refusal(&refusal),
            Error::Malformed(expected) => Self::new(
                "DT Cloud answered something unexpected",
                format!("The answer could not be read. {expected} If it happens again, report it."),
                NextStep::Report,
            ),
        }
    }
}

impl Problem {
    /// Puts a problem together.
    #[must_use]
    pub fn new(title: &str, detail: impl Into<String>, next: NextStep) -> Self {
        Self { title: title.to_owned(), detail: detail.into(), next }
    }

    /// A request that got no answer.
    #[must_use]
    pub fn from_transport(error: TransportError) -> Self {
        match error {
            TransportError::TimedOut => Self::new(
                "DT Cloud did not answer in time",
                "The request was given up after 30 seconds. Try again.",
                NextStep::Retry,
            ),
            TransportError::Aborted => {
                Self::new("The request was stopped", "It was stopped before an answer came.", NextStep::Retry)
            }
            TransportError::TooLong => Self::new(
                "DT Cloud answered far too much",
                "The answer has more than 16 MB, which is no answer of DT’s API, and was not read to its end. If it happens \
                 again, report it.",
                NextStep::Report,
            ),
            TransportError::Unreachable => Self::new(
                UNREACHABLE,
                "Either the connection failed, or the browser was not allowed to read the answer (CORS). \
                 Check the connection and try again; if other sites work, this console’s setup needs a look.",
                NextStep::CheckSetup,
            ),
            TransportError::Offline => {
                Self::new(UNREACHABLE, "This machine is offline. Connect it and try again.", NextStep::Retry)
            }
            TransportError::Withheld => Self::new(
                UNREACHABLE,
                format!(
                    "It answers, but does not let this page read what it says (CORS), so this console’s setup needs a look. \
                     Whoever runs the console can have {} allowed there, or let the console’s own host forward requests to DT: \
                     the same-origin setup in docs/deploy.md.",
                    own_origin()
                ),
                NextStep::CheckSetup,
            ),
            TransportError::Forbidden => Self::new(
                UNREACHABLE,
                "The console’s own content security policy (connect-src) does not allow the address in /config.json, so this \
                 console’s setup needs a look. Whoever runs the console makes both name the same host: docs/deploy.md says how.",
                NextStep::CheckSetup,
            ),
        }
    }

    /// An answer that refuses the request (`dt-api.md` §8).
    #[must_use]
    pub fn from_refusal(refusal: &Refusal) -> Self {
        let said = |advice: &str| {
            let message = visible(refusal.message.trim());
            if message.is_empty() {
                advice.to_owned()
            } else {
                format!("DT Cloud said: “{message}”. {advice}")
            }
        };
        match refusal.status {
            400 => Self::new(
                "DT Cloud did not accept this",
                said("Correct it and try again; nothing was changed."),
                NextStep::CorrectInput,
            ),
            401 => Self::new(
                "Your session has ended",
                "Sign in again; what you entered is kept.",
                NextStep::SignIn,
            ),
            403 => Self::new(
                "Your role does not allow this",
                said("Ask an administrator of the project for a role that does, such as Project Developer."),
                NextStep::AskForRole,
            ),
            404 => Self::new(
                "This is not there",
                "It does not exist, was deleted, or this account has no access to its project.",
                NextStep::GoBack,
            ),
            409 => Self::new(
                "Somebody else changed this at the same time",
                said("Look at the current state and try again."),
                NextStep::Retry,
            ),
            429 => {
                let seconds = refusal.retry_after.unwrap_or(5);
                Self::new(
                    "Too many requests",
                    format!("DT Cloud asks to wait. Try again in {seconds} s."),
                    NextStep::RetryAfter(seconds),
                )
            }
            501 => Self::new(
                "DT Cloud does not offer this",
                said("If you think it should, report it."),
                NextStep::Report,
            ),
            500..=599 => Self::new(
                "DT Cloud has a problem",
                format!("It answered with HTTP status {}. Wait a moment and try again.", refusal.status),
                NextStep::Retry,
            ),
            status => Self::new(
                "DT Cloud refused this",
                said(&format!("It answered with HTTP status {status}. If it happens again, report it.")),
                NextStep::Report,
            ),
        }
    }
}

const UNREACHABLE: &str = "DT Cloud could not be reached";

/// The origin that the console is served from, as a server that is to allow it must name it.
fn own_origin() -> String {
    let origin = cfg!(target_arch = "wasm32").then(|| window().location().origin().ok()).flatten();
    origin.unwrap_or_else(|| "its origin".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16) -> Problem {
        let refusal = Refusal { status, message: "said so".to_owned(), help: None, retry_after: Some(3) };
        Problem::from(Error::Refused(refusal))
    }

    #[test]
    fn every_refusal_has_the_next_step_that_helps() {
        for (status, next) in [
            (400, NextStep::CorrectInput),
            (401, NextStep::SignIn),
            (403, NextStep::AskForRole),
            (404, NextStep::GoBack),
            (409, NextStep::Retry),
            (429, NextStep::RetryAfter(3)),
            (500, NextStep::Retry),
            (501, NextStep::Report),
            (503, NextStep::Retry),
            (504, NextStep::Retry),
            (418, NextStep::Report),
        ] {
            assert_eq!(refused(status).next, next, "{status}");
        }
    }

    #[test]
    fn what_dt_cloud_said_is_passed_on_where_it_helps() {
        assert!(refused(400).detail.contains("“said so”"));
        assert!(refused(409).detail.contains("“said so”"));
        assert!(!refused(500).detail.contains("said so"));
    }
}
