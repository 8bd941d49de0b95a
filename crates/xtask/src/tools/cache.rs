//! The folder outside the checkout where installed tools stay, for every checkout to use.

use crate::failure::{During, Failure, Outcome};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// `$XDG_CACHE_HOME/data-connector-console`, or the same under `~/.cache`.
fn folder() -> Outcome<PathBuf> {
    let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("data-connector-console"))
        .ok_or_else(|| {
            Failure::new("Neither XDG_CACHE_HOME nor HOME is set; one of them says where tools are kept.")
        })
}

/// The folder of a tool, filled by `install` where it is not there yet.
///
/// The folder gets its name only once `install` has succeeded, so an install that was cut short is never taken for
/// a finished one, and of two commands that need the same tool one installs it and the other waits.
pub fn tool(name: &str, version: &str, install: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
    tool_in(&folder()?, name, version, install)
}

fn tool_in(
    cache: &Path,
    name: &str,
    version: &str,
    install: impl FnOnce(&Path) -> Outcome,
) -> Outcome<PathBuf> {
    let finished = cache.join(format!("{name}-{version}"));
    if finished.is_dir() {
        return Ok(finished);
    }
    fs::create_dir_all(cache).during(cache.display())?;
    let _lock = lock(&cache.join(format!("{name}.lock")), name)?;
    if finished.is_dir() {
        return Ok(finished);
    }
    let partial = cache.join(format!("{name}.partial"));
    remove(&partial)?;
    fs::create_dir(&partial).during(partial.display())?;
    install(&partial)?;
    fs::rename(&partial, &finished).during(finished.display())?;
    Ok(finished)
}

/// A version for what a file such as a lock file names, so that other content gets another folder.
pub fn key(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).fold(String::new(), |mut key, byte| {
        let _ = write!(key, "{byte:02x}");
        key
    })
}

/// Removes a folder, which need not be there.
pub fn remove(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).during(folder.display())?;
    }
    Ok(())
}

fn lock(path: &Path, name: &str) -> Outcome<File> {
    let file = File::create(path).during(path.display())?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Another command is installing {name}: waiting for it …");
            file.lock().during(path.display())?;
        }
        Err(TryLockError::Error(error)) => return Err(error).during(path.display()),
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test's own, empty.
    fn cache(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-cache-{}-{test}", std::process::id()));
        remove(&folder).unwrap();
        folder
    }

    #[test]
    fn a_tool_is_installed_once() {
        let cache = cache("once");
        let first =
            tool_in(&cache, "trunk", "1", |folder| fs::write(folder.join("trunk"), "").during("write"))
                .unwrap();
        let second = tool_in(&cache, "trunk", "1", |_| Err(Failure::new("installed again"))).unwrap();
        assert_eq!(first, second);
        assert!(second.join("trunk").is_file());
        remove(&cache).unwrap();
    }

    #[test]
    fn an_install_that_failed_is_not_taken_for_a_finished_one() {
        let cache = cache("failed");
        let failed = tool_in(&cache, "trunk", "1", |folder| {
            fs::write(folder.join("half"), "").during("write")?;
            Err(Failure::new("no network"))
        });
        assert!(failed.is_err());
        let folder =
            tool_in(&cache, "trunk", "1", |folder| fs::write(folder.join("trunk"), "").during("write"))
                .unwrap();
        assert!(folder.join("trunk").is_file());
        assert!(!folder.join("half").exists());
        remove(&cache).unwrap();
    }

    #[test]
    fn another_version_is_another_tool() {
        let cache = cache("versions");
        let one = tool_in(&cache, "trunk", "1", |_| Ok(())).unwrap();
        let two = tool_in(&cache, "trunk", "2", |_| Ok(())).unwrap();
        assert_ne!(one, two);
        remove(&cache).unwrap();
    }
}
