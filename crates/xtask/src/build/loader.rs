//! Puts a file in the place of Trunk's inline script, so that the content security policy allows no inline script at all and
//! the WebAssembly is checked against its hash.

use super::{assets, integrity};
use crate::failure::{During, Failure, Outcome};
use std::fs;
use std::path::Path;

/// Replaces the inline script of `dist/index.html` by a file named for its content. The preload of the WebAssembly goes too:
/// browsers do not check such preloads, and do not use them for a request that is checked.
pub fn replace_in(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).during(index.display())?;
    let inline = Inline::find(&html)
        .ok_or_else(|| Failure::new("Trunk's index.html has not exactly one inline script."))?;
    let [script, program] = [".js'", ".wasm'"].map(|end| path_in(inline.script, end));
    let (script, program) = script.zip(program).ok_or_else(|| {
        Failure::new("Trunk's inline script does not name one script and one WebAssembly file.")
    })?;
    let content = fs::read(dist.join(program.trim_start_matches('/'))).during(program)?;
    let loader = loader(script, program, &integrity::of(&content));
    let name = format!("{}loader-{}.js", hosting::ASSETS, assets::digest(loader.as_bytes()));
    let tag =
        format!("<script type=\"module\" src=\"{name}\" integrity=\"{}\">", integrity::of(loader.as_bytes()));
    fs::write(dist.join(name.trim_start_matches('/')), &loader).during(&name)?;
    let html = [inline.before, &tag, inline.after].concat();
    fs::write(&index, without_fetch_preloads(&html)).during(index.display())
}

fn loader(script: &str, program: &str, integrity: &str) -> String {
    format!(
        "const program = fetch(\"{program}\", {{ integrity: \"{integrity}\" }});\n\
         // Said once, by what awaits it.\n\
         program.catch(() => {{}});\n\
         const {{ default: start }} = await import(\"{script}\");\n\
         await start({{ module_or_path: program }});\n"
    )
}

/// The path in single quotes that ends so.
fn path_in<'a>(script: &'a str, end: &str) -> Option<&'a str> {
    let (before, _) = script.split_once(end)?;
    let start = before.rfind('\'')? + 1;
    script.get(start..before.len() + end.len() - 1)
}

fn without_fetch_preloads(html: &str) -> String {
    let is_preload =
        |tag: &str| tag.starts_with("<link") && tag.contains("as=fetch") && tag.contains("rel=preload");
    html.split_inclusive('>').filter(|tag| !is_preload(tag)).collect()
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

    const PAGE: &str = "<html><script type=module>\nimport init, * as bindings from '/a.js';\n\
                        const wasm = await init({ module_or_path: '/a_bg.wasm' });\n</script>\
                        <link as=fetch crossorigin href=/a_bg.wasm rel=preload><link href=/a.css></html>";

    #[test]
    fn the_page_names_a_file_that_loads_what_the_script_loaded_and_checks_it() {
        let dist = std::env::temp_dir().join(format!("xtask-loader-{}", std::process::id()));
        fs::create_dir_all(dist.join("assets")).unwrap();
        fs::write(dist.join("index.html"), PAGE).unwrap();
        fs::write(dist.join("a_bg.wasm"), "wasm").unwrap();
        replace_in(&dist).unwrap();
        let html = fs::read_to_string(dist.join("index.html")).unwrap();
        let name = html.split("src=\"/").nth(1).unwrap().split('"').next().unwrap();
        let loader = fs::read_to_string(dist.join(name)).unwrap();
        assert!(html.starts_with("<html><script type=\"module\" src=\"/assets/loader-"));
        assert!(html.ends_with("></script><link href=/a.css></html>"), "{html}");
        assert!(html.contains(&integrity::of(loader.as_bytes())));
        assert!(
            loader
                .contains(&format!("fetch(\"/a_bg.wasm\", {{ integrity: \"{}\" }})", integrity::of(b"wasm")))
        );
        assert!(loader.contains("import(\"/a.js\")"));
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
