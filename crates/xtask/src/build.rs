//! `cargo xtask build`: the deployable console in `dist/`.

mod assets;
pub mod checksums;
mod console;
mod integrity;
mod loader;
pub mod machine_paths;
mod precompress;
pub mod split;
mod static_view;

pub use console::trunk;
pub use precompress::files;

use crate::failure::Outcome;
use crate::workspace::dist;
use crate::{progress, size};
use std::sync::OnceLock;

/// As [`run`], but once however often it is asked for: a build takes time also when nothing changed.
pub fn once() -> Outcome<size::FirstScreen> {
    static BUILT: OnceLock<Outcome<size::FirstScreen>> = OnceLock::new();
    BUILT.get_or_init(run).clone()
}

/// Builds the console for release: split, hashed, optimized, without inline script, precompressed.
pub fn run() -> Outcome<size::FirstScreen> {
    let dist = dist();
    progress::run("Building the console", &mut console::release(&dist)?)?;
    split::add_parts(&dist)?;
    assets::gather(&dist)?;
    loader::replace_in(&dist)?;
    integrity::check(&dist)?;
    precompress::all(&dist)?;
    checksums::write(&dist)?;
    let weight = size::FirstScreen::weigh(&dist)?;
    println!("{weight}");
    Ok(weight)
}
