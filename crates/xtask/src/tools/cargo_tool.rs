//! Programs that come as crates: Trunk, wasm-bindgen in the version the console is built with, what splits its
//! WebAssembly, and what checks the crates themselves.

use super::cache;
use crate::failure::{Failure, Outcome};
use crate::progress;
use crate::workspace::{cargo, locked_version};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program, and how to get it.
struct CargoTool<'a> {
    package: &'a str,
    version: &'a str,
    program: &'a str,
    /// Options of `cargo install`.
    options: &'a [&'a str],
    /// What to ask the program to know that it runs.
    question: &'a str,
    /// What it then says.
    answer: &'a str,
}

/// The folder of `trunk`, the newest that the pinned toolchain compiles.
pub fn trunk() -> Outcome<PathBuf> {
    install(&CargoTool {
        package: "trunk",
        version: "0.21.14",
        program: "trunk",
        // Of its features only the self-update and TLS for downloads are left out: neither is used.
        options: &["--locked", "--no-default-features"],
        question: "--version",
        answer: "0.21.14",
    })
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, whose version must be the library's.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    install(&CargoTool {
        package: "wasm-bindgen-cli",
        version: &version,
        program: "wasm-bindgen",
        // Not `--locked`: its lock file names a yanked crate.
        options: &[],
        question: "--version",
        answer: &version,
    })
}

/// The folder of `wasm-split-cli`.
pub fn wasm_split() -> Outcome<PathBuf> {
    install(&CargoTool {
        package: "wasm_split_cli_support",
        version: "0.2.4",
        program: "wasm-split-cli",
        options: &["--locked", "--features", "build-binary"],
        // It does not tell its version.
        question: "--help",
        answer: "--out-name",
    })
}

/// The folder of `cargo-deny`.
pub fn cargo_deny() -> Outcome<PathBuf> {
    install(&CargoTool {
        package: "cargo-deny",
        version: "0.20.2",
        program: "cargo-deny",
        options: &["--locked", "--no-default-features"],
        question: "--version",
        answer: "0.20.2",
    })
}

fn install(tool: &CargoTool) -> Outcome<PathBuf> {
    let CargoTool { package, version, program, options, .. } = *tool;
    let folder = cache::tool(package, version, |folder| {
        let wanted = format!("{package}@{version}");
        if download(&wanted, folder) && tool.answers(folder) {
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
        if tool.answers(folder) {
            Ok(())
        } else {
            Err(Failure::new(format!("{program} {version} was installed but does not run.")))
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

impl CargoTool<'_> {
    /// Whether the program in `folder` runs.
    fn answers(&self, folder: &Path) -> bool {
        progress::ask(Command::new(folder.join("bin").join(self.program)).arg(self.question))
            .is_some_and(|answer| answer.contains(self.answer))
    }
}
