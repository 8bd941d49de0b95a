//! Calls Trunk so that it finds everything it needs on this machine and changes nothing but its output.

use super::machine_paths::cargo_home;
use super::split;
use crate::failure::Outcome;
use crate::tools::{cargo_tool, crates, npm_tool, put_on_path, wasm_target};
use crate::workspace::root;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The flags in `.cargo/config.toml`.
const FLAGS: [&str; 2] = ["--cfg", "erase_components"];

/// A Trunk command (`build`, `serve`) for the console, with all it needs installed.
pub fn trunk(action: &str) -> Outcome<Command> {
    let wasm_opt = npm_tool::wasm_opt()?;
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

/// A Trunk command that builds the console for release into `dist`, split, and the same from every checkout.
pub fn release(dist: &Path) -> Outcome<Command> {
    let mut trunk = trunk("build")?;
    trunk.args(["--release", "--dist"]).arg(dist);
    split::prepare(&mut trunk)?;
    let flags: Vec<_> =
        FLAGS.into_iter().chain(split::FLAGS).map(str::to_owned).chain(without_machine_paths()).collect();
    // Stands in the place of the flags in .cargo/config.toml, and can carry folders with a space in their names.
    trunk.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(trunk)
}

/// Flags that keep this machine's folders out of panic messages, so that every checkout gives the same bytes.
///
/// Only for release: a debug build with these flags would share nothing with the tests' builds.
fn without_machine_paths() -> impl Iterator<Item = String> {
    let remap = |folder: PathBuf, name| format!("--remap-path-prefix={}={name}", folder.display());
    [remap(cargo_home().join("registry/src"), "crates"), remap(root(), ".")].into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_has_the_flags_of_every_other_build() {
        let config = std::fs::read_to_string(root().join(".cargo/config.toml")).unwrap();
        let flags = FLAGS.map(|flag| format!("\"{flag}\"")).join(", ");
        assert!(config.contains(&format!("rustflags = [{flags}]\n")), "{config}");
    }
}
