//! `cargo xtask soak`: an hour of use that passes in minutes, after which the page must hold no more than before.

use crate::failure::{Failure, Outcome};
use crate::{playwright, progress};

/// Runs `tests/e2e/soak`, which is no part of the tests: they have a short version of it.
pub fn run() -> Outcome {
    let mut playwright = playwright::test()?;
    let (_, success) = progress::show(playwright.args(["--config", "soak"]))?;
    if success { Ok(()) } else { Err(Failure::shown()) }
}
