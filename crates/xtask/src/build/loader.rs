//! Takes Trunk's inline script out of `index.html`, so that the content security policy allows no inline script at all.

use crate::failure::{During, Failure, Outcome};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Replaces the inline script of `dist/index.html` by a file named for its content.
pub fn move_out_of(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).during(index.display())?;
    let inline = Inline::find(&html)
        .ok_or_else(|| Failure::new("Trunk's index.html has not exactly one inline script."))?;
    let script = format!("{}\n", inline.script.trim());
    let digest = Sha384::digest(&script);
    let name = digest.iter().take(8).fold(String::from("loader-"), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    }) + ".js";
    let tag =
        format!("<script type=\"module\" src=\"/{name}\" integrity=\"sha384-{}\">", STANDARD.encode(digest));
    fs::write(dist.join(&name), &script).during(&name)?;
    fs::write(&index, [inline.before, &tag, inline.after].concat()).during(index.display())
}

/// A page cut at its only inline script.
struct Inline<'a> {
    before: &'a str,
    script: &'a str,
    after: &'a str,
}

impl<'a> Inline<'a> {
    fn find(html: &'a str) -> Option<Self> {
        let mut inline = scripts(html).filter(|found| !found.script.trim().is_empty());
        let only = inline.next()?;
        inline.next().is_none().then_some(only)
    }
}

fn scripts(html: &str) -> impl Iterator<Item = Inline<'_>> {
    html.match_indices("<script").filter_map(move |(start, _)| {
        let (before, element) = html.split_at_checked(start)?;
        let (_, content) = element.split_once('>')?;
        let (script, _) = content.split_once("</script>")?;
        let after = content.get(script.len()..)?;
        Some(Inline { before, script, after })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><script type=module>\nimport init from '/a.js';\nawait init();</script><link href=/a.css></html>";

    #[test]
    fn the_page_refers_to_the_script_it_held() {
        let dist = std::env::temp_dir().join(format!("xtask-loader-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("index.html"), PAGE).unwrap();
        move_out_of(&dist).unwrap();
        let html = fs::read_to_string(dist.join("index.html")).unwrap();
        let name = html.split("src=\"/").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(
            fs::read_to_string(dist.join(name)).unwrap(),
            "import init from '/a.js';\nawait init();\n"
        );
        assert!(html.starts_with("<html><script type=\"module\" src=\"/loader-"));
        assert!(html.ends_with("></script><link href=/a.css></html>"), "{html}");
        assert!(Inline::find(&html).is_none());
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_second_inline_script_is_an_error_since_it_would_be_blocked() {
        let two = PAGE.replace("</html>", "<script>more()</script></html>");
        assert!(Inline::find(&two).is_none());
        assert!(Inline::find(PAGE).is_some());
    }

    #[test]
    fn a_script_with_a_source_is_left_alone() {
        let page = format!("<script src=/x.js></script>{PAGE}");
        assert!(Inline::find(&page).unwrap().before.starts_with("<script src=/x.js></script>"));
    }
}
