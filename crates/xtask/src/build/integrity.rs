//! Hashes by which a browser refuses a file that is not the one meant (Subresource Integrity). The chain begins in
//! `index.html`, which names the scripts and the stylesheet with their hashes; the loader names the WebAssembly with its hash,
//! and the script that wasm-bindgen wrote names the deferred part with its own.

use crate::failure::{During, Failure, Outcome};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The value of an `integrity` attribute.
pub fn of(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Fails unless every script and stylesheet that the page names has the hash of the file as it is now.
pub fn check(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).during(index.display())?;
    for element in html.split_inclusive('>').filter(|element| must_have(element)) {
        let wrong = |what| Failure::new(format!("{what} in index.html: {element}"));
        let path = attribute(element, "src").or_else(|| attribute(element, "href"));
        let path = path.ok_or_else(|| wrong("There is an inline script"))?;
        let file = dist.join(path.trim_start_matches('/'));
        let content = fs::read(&file).during(file.display())?;
        if attribute(element, "integrity") != Some(&of(&content)) {
            return Err(wrong("The hash is not that of the file"));
        }
    }
    Ok(())
}

fn must_have(element: &str) -> bool {
    let is_link = element.contains("<link ")
        && ["stylesheet", "modulepreload"].iter().any(|rel| attribute(element, "rel") == Some(rel));
    element.contains("<script") || is_link
}

/// An attribute of an element, which may be written without quotes.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = element.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(test: &str, page: &str) -> Outcome {
        let dist = std::env::temp_dir().join(format!("xtask-integrity-{}-{test}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("a.js"), "a").unwrap();
        fs::write(dist.join("index.html"), page.replace("HASH", &of(b"a"))).unwrap();
        let outcome = check(&dist);
        fs::remove_dir_all(dist).unwrap();
        outcome
    }

    #[test]
    fn the_hash_is_that_of_the_standard() {
        // The example of the specification, <https://www.w3.org/TR/SRI/>.
        let example = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(of(b"alert('Hello, world.');"), example);
    }

    #[test]
    fn a_page_with_the_hashes_of_its_files_passes() {
        let page = "<link rel=icon href=/i.svg><script src=/a.js integrity=HASH></script>\
                    <link rel=\"stylesheet\" href=\"/a.js\" integrity=\"HASH\">";
        assert_eq!(checked("right", page), Ok(()));
    }

    #[test]
    fn a_missing_or_wrong_hash_or_an_inline_script_fails_the_build() {
        for (test, page) in [
            ("missing", "<script src=/a.js></script>"),
            ("wrong", "<script src=/a.js integrity=sha384-b></script>"),
            ("style", "<link href=/a.js rel=stylesheet>"),
            ("preload", "<link href=/a.js rel=modulepreload>"),
            ("inline", "<script>a()</script>"),
        ] {
            assert!(checked(test, page).is_err(), "{test}");
        }
    }
}
