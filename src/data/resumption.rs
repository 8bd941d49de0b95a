//! What an ended session stopped, once somebody has signed in again.

use leptos::prelude::*;

use super::{NextStep, Problem};
use crate::session::{SessionState, use_session};

/// Runs `resume` when somebody signs in while `problem` is that nobody was.
pub(super) fn after_signing_in(problem: Signal<Option<Problem>>, resume: impl Fn() + 'static) {
    let state = use_session().state();
    Effect::new(move || {
        let is_in = state.with(|state| matches!(state, SessionState::SignedIn(_)));
        let is_stopped = problem.with_untracked(|problem| {
            problem.as_ref().is_some_and(|problem| problem.next == NextStep::SignIn)
        });
        if is_in && is_stopped {
            resume();
        }
    });
}
