//! Programs that come as npm packages: `wasm-opt` and esbuild, which make the console smaller.

use super::{cache, node};
use crate::failure::{During, Outcome};
use crate::progress;
use crate::workspace::root;
use std::fs;
use std::path::PathBuf;

/// What npm needs to install exactly what was once chosen.
const FILES: [&str; 3] = ["package-lock.json", "package.json", ".npmrc"];

/// The folder of `wasm-opt`, which is WebAssembly itself and so runs wherever Node does.
pub fn wasm_opt() -> Outcome<PathBuf> {
    install()
}

/// The folder of `esbuild`.
pub fn esbuild() -> Outcome<PathBuf> {
    install()
}

fn install() -> Outcome<PathBuf> {
    node::require()?;
    let source = root().join("crates/xtask/npm");
    let lock = source.join("package-lock.json");
    let key = cache::key(&fs::read(&lock).during(lock.display())?);
    let folder = cache::tool("npm", &key, |folder| {
        for file in FILES {
            fs::copy(source.join(file), folder.join(file)).during(file)?;
        }
        progress::run("Installing wasm-opt and esbuild", node::npm("ci").current_dir(folder))
    })?;
    Ok(folder.join("node_modules/.bin"))
}
