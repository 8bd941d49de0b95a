//! Programs that come as crates: Trunk, and wasm-bindgen in the version the console is built with.

use super::cache;
use crate::failure::{Failure, Outcome};
use crate::progress;
use crate::workspace::{cargo, locked_version};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The newest Trunk that the pinned toolchain compiles.
const TRUNK: &str = "0.21.14";

/// The folder of `trunk`.
pub fn trunk() -> Outcome<PathBuf> {
    // Of its features only the self-update and TLS for downloads are left out: neither is used.
    install("trunk", TRUNK, "trunk", &["--locked", "--no-default-features"])
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, whose version must be the library's.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    // Not `--locked`: its lock file names a yanked crate.
    install("wasm-bindgen-cli", &locked_version("wasm-bindgen")?, "wasm-bindgen", &[])
}

fn install(package: &str, version: &str, program: &str, options: &[&str]) -> Outcome<PathBuf> {
    let folder = cache::tool(package, version, |folder| {
        let wanted = format!("{package}@{version}");
        if download(&wanted, folder) && answers(&folder.join("bin").join(program), version) {
            return Ok(());
        }
        let target = folder.join("target");
        let mut command = Command::new(cargo());
        command
            .args(["install", &wanted])
            .args(options)
            .arg("--root")
            .arg(folder)
            .env("CARGO_TARGET_DIR", &target);
        // These run for seconds: what compiles fastest serves best.
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("RUSTFLAGS");
        progress::run(&format!("Installing {package} {version}"), &mut command)?;
        cache::remove(&target)?;
        if answers(&folder.join("bin").join(program), version) {
            Ok(())
        } else {
            Err(Failure::new(format!("{program} was installed but does not answer as version {version}.")))
        }
    })?;
    Ok(folder.join("bin"))
}

/// Whether `cargo binstall`, where it is there, could bring the ready-made program.
fn download(wanted: &str, folder: &Path) -> bool {
    if progress::ask(Command::new(cargo()).args(["binstall", "-V"])).is_none() {
        return false;
    }
    let mut command = Command::new(cargo());
    command
        .args(["binstall", "--no-confirm", "--disable-strategies", "quick-install,compile", "--root"])
        .arg(folder)
        .arg(wanted);
    progress::run(&format!("Downloading {wanted}"), &mut command).is_ok()
}

fn answers(program: &Path, version: &str) -> bool {
    progress::ask(Command::new(program).arg("--version")).is_some_and(|answer| answer.contains(version))
}
