//! `SHA256SUMS`: the hash of every file, by which anybody can tell that two builds are the same, or that nothing was changed
//! on the way to a host (`sha256sum --check SHA256SUMS`).

use super::files;
use crate::failure::{During, Outcome};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The file's name.
pub const NAME: &str = "SHA256SUMS";

/// Writes the file.
pub fn write(dist: &Path) -> Outcome {
    fs::write(dist.join(NAME), of(dist)?).during(NAME)
}

/// What the file holds, or would hold: a line for each other file, in order.
pub fn of(dist: &Path) -> Outcome<String> {
    let mut sums = String::new();
    for path in files(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        if name == NAME {
            continue;
        }
        for byte in Sha256::digest(fs::read(&path).during(&name)?) {
            let _ = write!(sums, "{byte:02x}");
        }
        let _ = writeln!(sums, "  {name}");
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_but_the_sums_themselves_has_its_line() {
        let dist = std::env::temp_dir().join(format!("xtask-checksums-{}", std::process::id()));
        fs::create_dir_all(dist.join("assets")).unwrap();
        fs::write(dist.join("index.html"), "").unwrap();
        fs::write(dist.join("assets/a.js"), "abc").unwrap();
        write(&dist).unwrap();
        write(&dist).unwrap();
        let sums = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  assets/a.js\n\
                    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n";
        assert_eq!(fs::read_to_string(dist.join(NAME)).unwrap(), sums);
        fs::remove_dir_all(dist).unwrap();
    }
}
