//! `cargo xtask reproduce`: the same sources give the same files, wherever they are built.

use crate::build::machine_paths::cargo_home;
use crate::build::{self, checksums};
use crate::failure::{During, Failure, Outcome};
use crate::progress;
use crate::workspace::{cargo, dist, root, target};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

/// Builds the console here and in a copy of the checkout, which has other folders for everything, and compares.
pub fn run() -> Outcome {
    build::once()?;
    let here = checksums::of(&dist())?;
    let elsewhere = target()?.join("reproduce");
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere).during(elsewhere.display())?;
    }
    let checkout = elsewhere.join("a copy").join("of the checkout");
    copy_checkout(&checkout)?;
    let downloads = elsewhere.join("cargo");
    fs::create_dir_all(&downloads).during(downloads.display())?;
    symlink(cargo_home().join("registry"), downloads.join("registry")).during(downloads.display())?;
    let mut again = Command::new(cargo());
    again
        .args(["run", "--locked", "--offline", "--package", "xtask", "--", "build"])
        .current_dir(&checkout)
        .env("CARGO_HOME", &downloads)
        .env("CARGO_TARGET_DIR", elsewhere.join("target"));
    progress::run("Building a copy of the checkout", &mut again)?;
    let there = checksums::of(&checkout.join("dist"))?;
    println!("{here}");
    compare(&here, &there)?;
    println!("both builds gave these {} files", here.lines().count());
    fs::remove_dir_all(&elsewhere).during(elsewhere.display())
}

/// Copies what git has or would add.
fn copy_checkout(to: &Path) -> Outcome {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let files =
        progress::ask(&mut list).ok_or_else(|| Failure::new("git does not list the checkout's files."))?;
    for name in files.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (root().join(name), to.join(name));
        // A file that was removed and is still listed.
        if !from.exists() {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).during(folder.display())?;
        }
        fs::copy(&from, &to).during(to.display())?;
    }
    Ok(())
}

fn compare(here: &str, there: &str) -> Outcome {
    let [one, other]: [BTreeSet<&str>; 2] = [here, there].map(|sums| sums.lines().collect());
    let differ: Vec<&str> = one
        .symmetric_difference(&other)
        .filter_map(|line| line.split_once("  "))
        .map(|(_, name)| name)
        .collect();
    if differ.is_empty() {
        return Ok(());
    }
    let names: BTreeSet<&str> = differ.into_iter().collect();
    let names: Vec<&str> = names.into_iter().collect();
    Err(Failure::new(format!("Another build gives other files: {}.", names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_differ_by_a_file_that_is_another_or_is_missing() {
        assert!(compare("1  a\n2  b\n", "1  a\n2  b\n").is_ok());
        let other = compare("1  a\n2  b\n", "1  a\n3  b\n4  c\n").unwrap_err();
        assert_eq!(other.to_string(), "Another build gives other files: b, c.");
    }
}
