//! Folders of the machine that builds: none belongs into what is built, for each says who built it, and makes every
//! build another.

use super::files;
use crate::failure::{During, Failure, Outcome};
use crate::workspace::{root, target};
use std::fs;
use std::path::{Path, PathBuf};

/// Where cargo keeps what it downloads.
pub fn cargo_home() -> PathBuf {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).unwrap_or_default()
}

/// Fails where a file names such a folder.
pub fn require_none(dist: &Path) -> Outcome {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let folders: Vec<PathBuf> = [root(), target()?, cargo_home()].into_iter().chain(home).collect();
    for path in files(dist)? {
        let content = fs::read(&path).during(path.display())?;
        if let Some(folder) = folders.iter().find(|folder| names(&content, folder)) {
            return Err(Failure::new(format!("{} names {}.", path.display(), folder.display())));
        }
    }
    Ok(())
}

fn names(content: &[u8], folder: &Path) -> bool {
    // `/root` alone may be a word of something else.
    let folder = format!("{}/", folder.display());
    folder.len() > 1 && content.windows(folder.len()).any(|window| window == folder.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_found_with_something_in_it() {
        let folder = Path::new("/home/kari");
        assert!(names(b"panicked at /home/kari/.cargo/a.rs", folder));
        assert!(!names(b"panicked at /home/karin/a.rs", folder));
        assert!(!names(b"", folder));
        assert!(!names(b"a / b", Path::new("")));
    }
}
