//! What is installed from elsewhere is what was once chosen, by its hash, and may be used. Of crates, `deny.toml` says more.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed step fails the test")]

use serde_json::Value;
use std::fs;
use std::path::Path;

/// The folders with npm packages.
const NPM: [&str; 2] = ["crates/xtask/npm", "tests/e2e"];
/// The licences that npm packages may have. None of them is part of the console.
const LICENCES: [&str; 3] = ["Apache-2.0", "MIT", "MPL-2.0"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn none(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

/// Every package of an npm lock file, by its path, but for the one that the file is about.
fn locked(folder: &str) -> Vec<(String, Value)> {
    let lock: Value = serde_json::from_str(&read(&format!("{folder}/package-lock.json"))).unwrap();
    let packages = lock["packages"].as_object().unwrap().clone().into_iter();
    packages.filter(|(path, _)| !path.is_empty()).collect()
}

#[test]
fn every_npm_package_is_named_with_its_hash() {
    for folder in NPM {
        let packages = locked(folder);
        assert!(!packages.is_empty());
        let is_hashed =
            |package: &Value| package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-"));
        let loose = packages.iter().filter(|(_, package)| !is_hashed(package));
        none(&loose.map(|(path, _)| format!("{folder}: {path}")).collect::<Vec<_>>());
    }
}

#[test]
fn every_npm_package_may_be_used() {
    for folder in NPM {
        let packages = locked(folder);
        let licence = |package: &Value| package["license"].as_str().map(str::to_owned);
        let others = packages
            .iter()
            .filter(|(_, package)| licence(package).is_none_or(|it| !LICENCES.contains(&&*it)));
        none(
            &others
                .map(|(path, package)| format!("{folder}: {path}: {:?}", licence(package)))
                .collect::<Vec<_>>(),
        );
    }
}

#[test]
fn every_npm_package_that_is_asked_for_is_asked_for_by_its_version() {
    for folder in NPM {
        let manifest: Value = serde_json::from_str(&read(&format!("{folder}/package.json"))).unwrap();
        let asked =
            ["dependencies", "devDependencies"].into_iter().filter_map(|kind| manifest[kind].as_object());
        let loose =
            asked.flatten().filter(|(_, version)| !version.as_str().unwrap().starts_with(char::is_numeric));
        none(&loose.map(|(name, version)| format!("{folder}: {name} {version}")).collect::<Vec<_>>());
    }
}

#[test]
fn every_python_package_is_named_with_its_version_and_hashes() {
    let requirements = read("tests/clients/requirements.txt").replace("\\\n", " ");
    let lines: Vec<&str> = requirements.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(lines.len() > 10);
    let loose = lines.iter().filter(|line| !line.contains("==") || !line.contains("--hash=sha256:"));
    none(&loose.map(|line| (*line).to_owned()).collect::<Vec<_>>());
    for asked in read("tests/clients/requirements.in").lines().filter(|line| !line.starts_with('#')) {
        assert!(lines.iter().any(|line| line.starts_with(&format!("{asked} "))), "{asked}");
    }
}

#[test]
fn installing_keeps_to_what_is_locked() {
    for tool in ["node", "npm_tool"] {
        let source = read(&format!("crates/xtask/src/tools/{tool}.rs"));
        assert!(source.contains("npm(\"ci\")") && !source.contains("npm(\"install\")"), "{tool}");
    }
    let python = read("crates/xtask/src/tools/python.rs");
    assert!(python.contains("\"--require-hashes\", \"--only-binary\", \":all:\""));
    let crates = read("crates/xtask/src/tools/crates.rs");
    let fetches = || crates.lines().filter(|line| line.contains("\"fetch\""));
    assert!(fetches().count() > 0 && fetches().all(|line| line.contains("\"--locked\"")));
}
