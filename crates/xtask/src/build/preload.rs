//! Takes the integrity hash off the preload of the WebAssembly: browsers do not check it for such preloads, and warn.
//! The scripts and the stylesheet keep theirs.

use crate::failure::{During, Outcome};
use std::fs;
use std::path::Path;

/// Rewrites `dist/index.html`.
pub fn drop_unchecked_integrity(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).during(index.display())?;
    fs::write(&index, without_unchecked_integrity(&html)).during(index.display())
}

fn without_unchecked_integrity(html: &str) -> String {
    html.split_inclusive('>')
        .map(|tag| if is_fetch_preload(tag) { without_integrity(tag) } else { tag.to_owned() })
        .collect()
}

fn is_fetch_preload(tag: &str) -> bool {
    tag.starts_with("<link") && (tag.contains("as=fetch") || tag.contains("as=\"fetch\""))
}

fn without_integrity(tag: &str) -> String {
    let Some((before, attribute)) = tag.split_once(" integrity=") else { return tag.to_owned() };
    let end = attribute.find([' ', '>']).unwrap_or(attribute.len());
    [before, attribute.get(end..).unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_preload_of_the_wasm_loses_its_hash() {
        let page = "<script integrity=sha384-a src=/a.js></script>\
                    <link as=fetch href=/a.wasm integrity=sha384-b rel=preload><link href=/a.css integrity=sha384-c>";
        let expected = "<script integrity=sha384-a src=/a.js></script>\
                        <link as=fetch href=/a.wasm rel=preload><link href=/a.css integrity=sha384-c>";
        assert_eq!(without_unchecked_integrity(page), expected);
        assert_eq!(without_unchecked_integrity(expected), expected);
    }
}
