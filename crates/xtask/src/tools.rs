//! What the commands need beyond cargo: found, or installed in a way that says so.

mod cache;
pub mod cargo_tool;
pub mod chromium;
pub mod crates;
pub mod curl;
mod debian;
pub mod node;
pub mod npm_tool;
pub mod python;
pub mod wasm_target;
pub mod web_server;

pub use cache::remove as remove_folder;

use crate::failure::{Failure, Outcome};
use std::path::PathBuf;
use std::process::Command;

/// The first of these programs that is on the search path.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file()))
}

/// Puts folders before the others on a command's search path.
pub fn put_on_path(command: &mut Command, folders: impl IntoIterator<Item = PathBuf>) -> Outcome {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&inherited))).map_err(|_| {
            Failure::new("The cache folder's path holds a colon. Set XDG_CACHE_HOME to another one.")
        })?;
    command.env("PATH", path);
    Ok(())
}
