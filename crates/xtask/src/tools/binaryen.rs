//! `wasm-opt`, which makes the console smaller.

use super::{cache, node};
use crate::failure::Outcome;
use crate::progress;
use std::path::PathBuf;

/// The npm package's version; its `wasm-opt` is WebAssembly itself, so it runs wherever Node does.
const VERSION: &str = "132.0.0";

/// The folder of `wasm-opt`.
pub fn wasm_opt() -> Outcome<PathBuf> {
    node::require()?;
    let folder = cache::tool("binaryen", VERSION, |folder| {
        let mut command = node::npm("install");
        command
            .args(["--no-save", "--no-package-lock", "--prefix"])
            .arg(folder)
            .arg(format!("binaryen@{VERSION}"));
        progress::run(&format!("Installing wasm-opt (binaryen {VERSION})"), command.current_dir(folder))
    })?;
    Ok(folder.join("node_modules/.bin"))
}
