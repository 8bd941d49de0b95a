//! Takes the one place that parses markup out of the script that wasm-bindgen writes, so that Trusted Types can be enforced
//! without allowing any policy (`crates/hosting/src/security.rs`).

use crate::failure::{During, Failure, Outcome};
use crate::workspace::root;
use std::fs;
use std::path::Path;

/// What builds the elements instead.
const MODULE: &str = "static_view.js";
/// How wasm-bindgen lets Leptos set the content of the templates of its views.
const PARSES: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";
const BUILDS: &str = "fill(arg0, getStringFromWasm0(arg1, arg2));";

/// Rewrites the script, and puts the module that it then needs beside it.
pub fn build_without_parser(script: &Path) -> Outcome {
    let text = fs::read_to_string(script).during(script.display())?;
    fs::write(script, without_parser(&text)?).during(script.display())?;
    let source = root().join("assets").join(MODULE);
    fs::copy(&source, script.with_file_name(MODULE)).during(source.display()).map(drop)
}

fn without_parser(script: &str) -> Outcome<String> {
    // Everything that turns a text into markup or code, as far as a program reaches it through wasm-bindgen.
    const SINKS: [&str; 8] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "setHTMLUnsafe",
        "parseFromString",
        "createContextualFragment",
        "new Function",
        "eval(",
    ];
    let built = script.replacen(PARSES, BUILDS, 1);
    if let Some(sink) =
        SINKS.iter().find(|sink| built.lines().any(|line| !is_name(line) && line.contains(*sink)))
    {
        return Err(Failure::new(format!("wasm-bindgen's script uses {sink}, which Trusted Types refuse.")));
    }
    Ok(format!("import {{ fill }} from \"./{MODULE}\";\n{built}"))
}

/// Whether a line only names a function that the WebAssembly imports.
fn is_name(line: &str) -> bool {
    line.trim_start().starts_with("__wbg_") && line.trim_end().ends_with('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "        __wbg_set_innerHTML_a9: function(arg0, arg1, arg2) {\n            \
                          arg0.innerHTML = getStringFromWasm0(arg1, arg2);\n        },\n";

    #[test]
    fn markup_is_built_and_not_parsed() {
        let script = without_parser(SCRIPT).unwrap();
        assert!(script.starts_with("import { fill } from \"./static_view.js\";\n"));
        assert!(script.contains("fill(arg0, getStringFromWasm0(arg1, arg2));"));
        assert!(!script.contains(".innerHTML"));
    }

    #[test]
    fn any_other_way_from_text_to_markup_or_code_fails_the_build() {
        for sink in
            ["arg0.outerHTML = x;", "new Function(x)", "arg0.insertAdjacentHTML(x);", "arg0.innerHTML = x;"]
        {
            assert!(without_parser(&format!("{SCRIPT}{sink}\n")).is_err(), "{sink}");
        }
    }
}
