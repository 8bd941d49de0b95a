//! How long the console waits for somebody before it locks: a person's choice, and no secret, so that it is stored.

use leptos::prelude::window;
use web_sys::Storage;

/// Where the choice is stored.
pub(super) const LIMIT_KEY: &str = "idle-lock";
/// Where the console's tabs tell each other when somebody was there last.
pub(super) const PRESENCE_KEY: &str = "last-input";

/// Milliseconds.
const MINUTE: f64 = 60_000.0;

/// How long the last warning stands before the lock closes, in milliseconds.
pub const WARNING: f64 = MINUTE;

/// How long the console waits for input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdleLimit {
    /// It never locks.
    Never,
    /// This many minutes.
    Minutes(u8),
}

/// How near the lock is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idleness {
    /// Far.
    Present,
    /// So many seconds.
    Warning(u32),
    /// It is due.
    Over,
}

impl IdleLimit {
    /// What can be chosen.
    pub const CHOICES: [Self; 5] =
        [Self::Never, Self::Minutes(5), Self::Minutes(15), Self::Minutes(30), Self::Minutes(60)];

    /// What holds until somebody chooses.
    pub const DEFAULT: Self = Self::Minutes(30);

    /// The choice of whoever uses this browser.
    #[must_use]
    pub fn chosen() -> Self {
        let stored = storage().and_then(|storage| storage.get_item(LIMIT_KEY).ok().flatten());
        stored.as_deref().and_then(Self::parse).unwrap_or(Self::DEFAULT)
    }

    /// Stores the choice. A browser that forbids storage goes on with the default.
    pub fn choose(self) {
        store(LIMIT_KEY, &self.as_text());
    }

    /// As it is stored: minutes, 0 for never.
    #[must_use]
    pub fn as_text(self) -> String {
        match self {
            Self::Never => "0".to_owned(),
            Self::Minutes(minutes) => minutes.to_string(),
        }
    }

    /// Reads what is stored. Nothing but a choice is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|choice| choice.as_text() == text)
    }

    /// What a person reads.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Never => "Never".to_owned(),
            Self::Minutes(minutes) => format!("After {minutes} minutes without input"),
        }
    }

    /// How near the lock is, so many milliseconds after the last input.
    #[must_use]
    pub fn idleness(self, since_input: f64) -> Idleness {
        let Self::Minutes(minutes) = self else { return Idleness::Present };
        let left = f64::from(minutes) * MINUTE - since_input;
        if left <= 0.0 {
            Idleness::Over
        } else if left <= WARNING {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 60")]
            Idleness::Warning((left / 1000.0).ceil() as u32)
        } else {
            Idleness::Present
        }
    }
}

/// When there was input last in any tab of the console, in milliseconds since 1970, as far as the others have told.
#[must_use]
pub fn last_input_elsewhere() -> Option<f64> {
    let milliseconds: u64 = storage()?.get_item(PRESENCE_KEY).ok()??.parse().ok()?;
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
    Some(milliseconds as f64)
}

/// Tells the other tabs when there was input last.
pub fn tell_last_input(at: f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
    store(PRESENCE_KEY, &(at as u64).to_string());
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn store(key: &str, value: &str) {
    // Refused where the browser forbids storage.
    drop(storage().map(|storage| storage.set_item(key, value)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_back_as_it_was_stored_and_nothing_else_is_one() {
        for choice in IdleLimit::CHOICES {
            assert_eq!(IdleLimit::parse(&choice.as_text()), Some(choice));
        }
        for text in ["", "1", "-5", "5.0", "never", "99999"] {
            assert_eq!(IdleLimit::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_minute_is_a_warning_and_then_it_is_over() {
        let limit = IdleLimit::Minutes(5);
        assert_eq!(limit.idleness(0.0), Idleness::Present);
        assert_eq!(limit.idleness(4.0 * MINUTE - 1.0), Idleness::Present);
        assert_eq!(limit.idleness(4.0 * MINUTE), Idleness::Warning(60));
        assert_eq!(limit.idleness(5.0 * MINUTE - 1.0), Idleness::Warning(1));
        assert_eq!(limit.idleness(5.0 * MINUTE), Idleness::Over);
        assert_eq!(limit.idleness(24.0 * 60.0 * MINUTE), Idleness::Over);
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nothing() {
        assert_eq!(IdleLimit::Minutes(5).idleness(-60.0 * MINUTE), Idleness::Present);
    }

    #[test]
    fn whoever_turned_it_off_is_never_locked_out() {
        assert_eq!(IdleLimit::Never.idleness(f64::MAX), Idleness::Present);
    }
}
