//! Cuts the code that the first screen does without out of the console's WebAssembly, into files of their own.
//!
//! The cut needs the linker's output, which Trunk hands to wasm-bindgen at once. So in a release build Trunk finds
//! `shim/wasm-bindgen` in wasm-bindgen's place, which calls [`run`]: it splits, calls the real wasm-bindgen for the main
//! part, and makes one script of what that wrote and of the script that loads the other parts.

use super::{assets, integrity, static_view};
use crate::failure::{During, Failure, Outcome};
use crate::tools::{cargo_tool, npm_tool, put_on_path};
use crate::workspace::{root, target};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the names of the split-off parts begin.
pub const DEFERRED: &str = "deferred-";
/// What tells the code that it will be split, and keeps what the split needs to know.
pub const FLAGS: [&str; 2] = ["--cfg=code_split", "-Clink-arg=--emit-relocs"];

/// The real wasm-bindgen, for the shim.
const WASM_BINDGEN: &str = "WASM_BINDGEN";
/// This program, for the shim.
const XTASK: &str = "XTASK";

/// Lets a Trunk command split what it builds.
pub fn prepare(trunk: &mut Command) -> Outcome {
    let xtask = std::env::current_exe().during("this program's path")?;
    let wasm_bindgen = cargo_tool::wasm_bindgen()?.join("wasm-bindgen");
    trunk.env(XTASK, xtask).env(WASM_BINDGEN, wasm_bindgen);
    let tools = [
        root().join("crates/xtask/shim"),
        cargo_tool::wasm_split()?,
        npm_tool::esbuild()?,
        npm_tool::wasm_opt()?,
        cargo_tool::trunk()?,
    ];
    put_on_path(trunk, tools)
}

/// Puts the parts that the last build split off beside the rest.
pub fn add_parts(dist: &Path) -> Outcome {
    for (name, path) in parts(&folder()?)? {
        fs::copy(&path, dist.join(&name)).during(&name)?;
    }
    Ok(())
}

/// Does what wasm-bindgen is asked for by `arguments`, after splitting the WebAssembly that they name.
pub fn run(arguments: &[String]) -> Outcome {
    let wasm_bindgen = std::env::var_os(WASM_BINDGEN)
        .ok_or_else(|| Failure::new("`split` is for the release build alone, which calls it."))?;
    let mut command = Command::new(wasm_bindgen);
    let Some(request) = Request::of(arguments) else {
        // Trunk asks for the version.
        return call(command.args(arguments));
    };
    let folder = folder()?;
    if folder.is_dir() {
        fs::remove_dir_all(&folder).during(folder.display())?;
    }
    let mut split = Command::new("wasm-split-cli");
    split.args([request.wasm, &folder.display().to_string(), "--out-name", request.name]);
    call(&mut split)?;

    let main = folder.join(format!("{}.wasm", request.name)).display().to_string();
    let arguments = arguments.iter().map(|argument| if argument == request.wasm { &main } else { argument });
    // The other parts are given the main part's function table.
    call(command.args(arguments).arg("--keep-lld-exports"))?;
    fs::remove_file(&main).during(&main)?;

    let glue = Path::new(request.out).join(format!("{}.js", request.name));
    let script = folder.join(format!("{}.js", request.name));
    fs::copy(&glue, &script).during(glue.display())?;
    static_view::build_without_parser(&script)?;
    let loader = folder.join("__wasm_split.js");
    let mut loading = fs::read_to_string(&loader).during(loader.display())?;
    for (name, path) in parts(&folder)? {
        let finished = finish(&name, &path)?;
        let content = fs::read(folder.join(&finished)).during(&finished)?;
        loading = checked(&loading, &name, &finished, &integrity::of(&content))?;
    }
    fs::write(&loader, loading).during(loader.display())?;
    let mut join = Command::new("esbuild");
    join.arg(script)
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
        .arg(format!("--outfile={}", glue.display()))
        .arg("--allow-overwrite");
    call(&mut join)
}

/// What Trunk wants of wasm-bindgen.
#[derive(Debug, PartialEq, Eq)]
struct Request<'a> {
    wasm: &'a str,
    out: &'a str,
    name: &'a str,
}

impl<'a> Request<'a> {
    fn of(arguments: &'a [String]) -> Option<Self> {
        let value = |option| arguments.iter().find_map(|argument| argument.strip_prefix(option));
        Some(Self {
            wasm: arguments.iter().find(|argument| is_wasm(Path::new(argument)))?,
            out: value("--out-dir=")?,
            name: value("--out-name=")?,
        })
    }
}

/// Optimizes a part and gives it a name that tells its content.
fn finish(name: &str, path: &Path) -> Outcome<String> {
    call(Command::new("wasm-opt").arg("-Oz").arg(path).arg("-o").arg(path))?;
    let digest = assets::digest(&fs::read(path).during(path.display())?);
    let stem = name.trim_end_matches(".wasm").trim_start_matches("split_");
    let finished = format!("{DEFERRED}{stem}-{digest}.wasm");
    fs::rename(path, path.with_file_name(&finished)).during(&finished)?;
    Ok(finished)
}

/// Lets the script that loads a part ask for it by its finished name and check it against its hash.
fn checked(loading: &str, name: &str, finished: &str, integrity: &str) -> Outcome<String> {
    let fetched = format!("new URL(\"./{name}\", import.meta.url)");
    if !loading.contains(&fetched) {
        return Err(Failure::new(format!("wasm-split's script does not load {name} as it used to.")));
    }
    // A part has 260 kB, for which a slow phone needs half of that time.
    let options = format!("{{ integrity: \"{integrity}\", signal: AbortSignal.timeout(60_000) }}");
    let checked = format!("new URL(\"./{finished}\", import.meta.url), {options}");
    Ok(loading.replace(&fetched, &checked))
}

/// The split-off parts in a folder, by file name, in order.
fn parts(folder: &Path) -> Outcome<Vec<(String, PathBuf)>> {
    let mut parts = super::files(folder)?;
    parts.retain(|path| is_wasm(path));
    Ok(parts.into_iter().filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path))).collect())
}

fn is_wasm(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("wasm"))
}

fn folder() -> Outcome<PathBuf> {
    Ok(target()?.join("wasm-split"))
}

/// Calls a program whose output belongs to Trunk's.
fn call(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().during(&name)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{name} failed: {status}"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_loaded_by_its_finished_name_and_checked() {
        let loading = "fetch(new URL(\"./split_a.wasm\", import.meta.url));";
        assert_eq!(
            checked(loading, "split_a.wasm", "deferred-a-0.wasm", "sha384-b").unwrap(),
            "fetch(new URL(\"./deferred-a-0.wasm\", import.meta.url), { integrity: \"sha384-b\", signal: \
             AbortSignal.timeout(60_000) });"
        );
        assert!(checked("fetch(\"split_a.wasm\")", "split_a.wasm", "", "").is_err());
    }

    #[test]
    fn a_request_names_the_wasm_and_where_the_output_goes() {
        let arguments =
            ["--target=web", "--out-dir=/t/out", "--out-name=console", "/t/console.wasm", "--no-typescript"]
                .map(str::to_owned);
        assert_eq!(
            Request::of(&arguments),
            Some(Request { wasm: "/t/console.wasm", out: "/t/out", name: "console" })
        );
        assert_eq!(Request::of(&["--version".to_owned()]), None);
    }
}
