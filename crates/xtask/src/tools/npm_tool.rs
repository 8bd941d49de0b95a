//! Programs that come as npm packages: `wasm-opt` and esbuild, which make the console smaller.

use super::{cache, node};
use crate::failure::Outcome;
use crate::progress;
use std::path::PathBuf;

/// The folder of `wasm-opt`, which is WebAssembly itself and so runs wherever Node does.
pub fn wasm_opt() -> Outcome<PathBuf> {
    install("binaryen", "132.0.0")
}

/// The folder of `esbuild`.
pub fn esbuild() -> Outcome<PathBuf> {
    install("esbuild", "0.28.2")
}

fn install(package: &str, version: &str) -> Outcome<PathBuf> {
    node::require()?;
    let folder = cache::tool(package, version, |folder| {
        let mut command = node::npm("install");
        command
            .args(["--no-save", "--no-package-lock", "--prefix"])
            .arg(folder)
            .arg(format!("{package}@{version}"));
        progress::run(&format!("Installing {package} {version}"), command.current_dir(folder))
    })?;
    Ok(folder.join("node_modules/.bin"))
}
