//! Puts every file whose name tells its content into one folder, which hosts may let last for ever.

use crate::failure::{During, Failure, Outcome};
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The page, which stays outside, as it changes with each build.
const PAGE: &str = "index.html";

/// Moves all but the page into `dist/assets`, named for their content, and lets the page name them so.
pub fn gather(dist: &Path) -> Outcome {
    let folder = dist.join(hosting::ASSETS.trim_matches('/'));
    fs::create_dir_all(&folder).during(folder.display())?;
    let mut page = fs::read_to_string(dist.join(PAGE)).during(PAGE)?;
    for path in super::files(dist)? {
        let Some(name) = path.file_name().and_then(OsStr::to_str).filter(|name| *name != PAGE) else {
            continue;
        };
        let content = fs::read(&path).during(name)?;
        let finished = named_for(&content, name).ok_or_else(|| {
            Failure::new(format!("{name} would last for ever, but its name does not tell its content."))
        })?;
        fs::rename(&path, folder.join(&finished)).during(name)?;
        page = page.replace(&format!("/{name}"), &format!("{}{finished}", hosting::ASSETS));
    }
    fs::write(dist.join(PAGE), page).during(PAGE)
}

/// Sixteen digits that tell the content.
pub fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The name with the hash of this content in the place of the hash in it. Trunk's hash of a script is that of the WebAssembly,
/// and so does not change when the script alone does. It writes the 16 digits without leading zeros.
fn named_for(content: &[u8], name: &str) -> Option<String> {
    let mut parts = name.split('-');
    let mut named = parts.next()?.to_owned();
    let mut is_named = false;
    for part in parts {
        let end = part.find(|digit: char| !digit.is_ascii_hexdigit()).unwrap_or(part.len());
        let (hash, rest) = part.split_at_checked(end)?;
        let is_hash = (12..=16).contains(&hash.len());
        is_named |= is_hash;
        named.push('-');
        named.push_str(&if is_hash { digest(content) } else { hash.to_owned() });
        named.push_str(rest);
    }
    is_named.then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_hash_of_the_content() {
        let hash = digest(b"content");
        assert_eq!(hash.len(), 16);
        for (name, finished) in [
            ("console-0123456789abcdef_bg.wasm", format!("console-{hash}_bg.wasm")),
            ("data-connector-console-123456789abcdef.js", format!("data-connector-console-{hash}.js")),
            ("deferred-a-0123456789abcdef.wasm", format!("deferred-a-{hash}.wasm")),
        ] {
            assert_eq!(named_for(b"content", name), Some(finished));
        }
    }

    #[test]
    fn a_name_without_a_hash_is_refused() {
        for name in ["index.html", "a-1.js", "icon-0123.svg", "0123456789abcdef.js"] {
            assert_eq!(named_for(b"content", name), None, "{name}");
        }
    }

    #[test]
    fn the_page_names_the_files_where_they_are() {
        let dist = std::env::temp_dir().join(format!("xtask-assets-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("index.html"), "<script src=/a-0123456789abcdef.js></script>").unwrap();
        fs::write(dist.join("a-0123456789abcdef.js"), "a").unwrap();
        gather(&dist).unwrap();
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        let name = format!("a-{}.js", digest(b"a"));
        assert_eq!(page, format!("<script src=/assets/{name}></script>"));
        assert_eq!(fs::read(dist.join("assets").join(name)).unwrap(), b"a");
        fs::write(dist.join("logo.png"), "").unwrap();
        assert!(gather(&dist).is_err(), "a name without a hash");
        fs::remove_dir_all(dist).unwrap();
    }
}
