//! A navigation that waits until the person has decided about unsaved changes.

use leptos::prelude::Callback;

use super::Location;

/// A navigation held back by unsaved changes.
#[derive(Clone)]
pub struct Departure(Movement);

/// How the person was about to leave.
#[derive(Clone)]
pub(super) enum Movement {
    /// To a place: a link or a command.
    To(Location),
    /// Through the history: Back is -1.
    By(i32),
    /// By something that takes the page away.
    Out(Callback<()>),
}

impl Departure {
    pub(super) fn to(location: Location) -> Self {
        Self(Movement::To(location))
    }

    pub(super) fn by(steps: i32) -> Self {
        Self(Movement::By(steps))
    }

    pub(super) fn out(action: Callback<()>) -> Self {
        Self(Movement::Out(action))
    }

    pub(super) fn into_movement(self) -> Movement {
        self.0
    }
}
