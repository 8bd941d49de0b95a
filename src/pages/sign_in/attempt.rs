//! What a person reads when a sign-in fails.

use dt_api::Refusal;
use dt_api::oauth::TokenError;
use visible_text::visible;

use crate::data::{NextStep, Problem};
use crate::session::SignInError;

/// The problem of a failed sign-in with a service account.
pub(super) fn problem(error: SignInError) -> Problem {
    match error {
        SignInError::NoCrypto => Problem::new(
            "This page cannot sign",
            "The browser offers its cryptography only to pages loaded over HTTPS or from this machine. Open the console \
             over HTTPS, or sign in with an access token.",
            NextStep::CheckSetup,
        ),
        SignInError::Token(TokenError::Rejected { description, .. }) => {
            let said = if description.is_empty() {
                String::new()
            } else {
                format!(" DT Cloud said: “{}”.", visible(&description))
            };
            Problem::new(
                "DT Cloud did not accept these credentials",
                format!(
                    "Check the key ID, the secret and the email, and that the key was not deleted.{said}"
                ),
                NextStep::CorrectInput,
            )
        }
        // No token endpoint says this; of the API it would mean a missing role or resource.
        SignInError::Token(TokenError::Refused(Refusal { status, .. })) if status < 500 && status != 429 => {
            unexpected(&format!("It answered with HTTP status {status}."))
        }
        SignInError::Token(TokenError::Refused(refusal)) => Problem::from_refusal(&refusal),
        SignInError::Transport(error) => Problem::from_transport(error),
        SignInError::Token(TokenError::Malformed(expected)) => {
            unexpected(&format!("The answer could not be read. {expected}"))
        }
    }
}

fn unexpected(answer: &str) -> Problem {
    Problem::new(
        "The token endpoint answered something unexpected",
        format!("{answer} Check the token URL in this console’s setup."),
        NextStep::CheckSetup,
    )
}
