//! Rust's standard library for WebAssembly.

use crate::failure::{Failure, Outcome};
use crate::progress;
use crate::workspace::root;
use std::path::Path;
use std::process::Command;

/// The target the console is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain in use where it is missing.
pub fn require() -> Outcome {
    let mut sysroot = Command::new("rustc");
    sysroot.args(["--print", "sysroot"]).current_dir(root());
    let installed = progress::ask(&mut sysroot)
        .is_some_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir());
    if installed {
        return Ok(());
    }
    if super::on_path(&["rustup"]).is_none() {
        return Err(Failure::new(format!(
            "The Rust target {WASM} is missing, and there is no rustup to add it."
        )));
    }
    let mut add = Command::new("rustup");
    progress::run(
        &format!("Adding the Rust target {WASM}"),
        add.args(["target", "add", WASM]).current_dir(root()),
    )
}
