//! Calls Trunk so that it finds everything it needs on this machine and changes nothing but its output.

use crate::failure::Outcome;
use crate::tools::{binaryen, cargo_tool, crates, put_on_path, wasm_target};
use crate::workspace::root;
use std::path::PathBuf;
use std::process::Command;

/// A Trunk command (`build`, `serve`) for the console, with all it needs installed.
pub fn trunk(action: &str) -> Outcome<Command> {
    let wasm_opt = binaryen::wasm_opt()?;
    wasm_target::require()?;
    crates::fetch()?;
    let wasm_bindgen = cargo_tool::wasm_bindgen()?;
    let trunk = cargo_tool::trunk()?;
    let mut command = Command::new(trunk.join("trunk"));
    put_on_path(&mut command, [wasm_bindgen, wasm_opt])?;
    command
        .args([action, "--offline", "--locked"])
        .current_dir(root())
        // It would take the place of the flags in .cargo/config.toml.
        .env_remove("RUSTFLAGS")
        // Trunk wants `true` or `false` in it, where the convention is that any value counts.
        .env_remove("NO_COLOR");
    Ok(command)
}

/// Keeps this machine's folders out of panic messages, so that every checkout gives the same bytes.
///
/// Only for release: a debug build with these flags would share nothing with the tests' builds.
pub fn without_machine_paths(command: &mut Command) {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")))
        .unwrap_or_default();
    let remap = |folder: PathBuf, name| format!("--remap-path-prefix={}={name}", folder.display());
    let flags = [remap(cargo_home.join("registry/src"), "crates"), remap(root(), ".")];
    // The variable cannot carry a folder whose name holds a space.
    let flags = flags.into_iter().filter(|flag| !flag.contains(' ')).collect::<Vec<_>>();
    // Joins the flags in .cargo/config.toml.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
}
