//! The repository keeps its own rules. Each test lists what breaks one, as `file:line`.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository.
struct Source {
    /// Its path from the repository's top, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn read(path: &str) -> Self {
        Self { path: path.to_owned(), text: fs::read_to_string(root().join(path)).unwrap() }
    }

    /// `file:line` of each line for which `wrong` holds.
    fn lines_where(&self, wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| wrong(line));
        lines.map(|(index, line)| format!("{}:{}: {}", self.path, index + 1, line.trim())).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder with one of these extensions, but for what was installed or built.
fn sources(folder: &str, extensions: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.retain(|path| {
        path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted))
    });
    paths.sort();
    let relative = |path: &PathBuf| path.strip_prefix(root()).unwrap().display().to_string();
    paths.iter().map(relative).map(|path| Source::read(&path)).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    const NOT_OURS: [&str; 4] = ["node_modules", "target", "test-results", "__pycache__"];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if NOT_OURS.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        if path.is_dir() { walk(&path, paths) } else { paths.push(path) }
    }
}

fn none(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

/// What a package always needs, by the `[dependencies]` of its `Cargo.toml`.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let manifest = Source::read(manifest);
    let lines = manifest.text.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let needed = lines.filter(|line| line.contains('=') && !line.contains("optional = true"));
    needed.filter_map(|line| Some(line.split(['=', '.']).next()?.trim().to_owned())).collect()
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let folders = ["src", "crates", "tests", "style"];
    let long = folders.iter().flat_map(|folder| sources(folder, &["rs", "ts", "css", "py"]));
    let long = long.filter(|source| source.text.lines().count() > 400);
    none(&long.map(|source| format!("{}:401", source.path)).collect::<Vec<_>>());
}

#[test]
fn modules_are_files_beside_their_folder_and_named_for_an_idea() {
    let vague = ["mod.rs", "utils.rs", "util.rs", "common.rs", "helpers.rs", "misc.rs"];
    let named = ["src", "crates", "tests"].iter().flat_map(|folder| sources(folder, &["rs"]));
    let named = named.filter(|source| vague.iter().any(|name| source.path.ends_with(&format!("/{name}"))));
    none(&named.map(|source| format!("{}:1", source.path)).collect::<Vec<_>>());
}

#[test]
fn widgets_know_nothing_of_connectors_pages_or_the_api() {
    const DOMAIN: [&str; 6] =
        ["crate::pages", "crate::data", "crate::session", "crate::shell", "dt_api", "connector::"];
    let knows = |line: &str| DOMAIN.iter().any(|domain| line.contains(domain));
    let widgets = sources("src/ui", &["rs"]);
    assert!(!widgets.is_empty());
    none(&widgets.iter().flat_map(|source| source.lines_where(knows)).collect::<Vec<_>>());
}

/// Each word that leads to a secret, a token, or a place to leave one, and who may say it.
const CONFIDED: [(&str, &[&str]); 16] = [
    ("CryptoKey", &["src/session"]),
    ("SubtleCrypto", &["src/session"]),
    ("indexed_db", &["src/session"]),
    ("Idb", &["src/session"]),
    ("session_storage", &["src/session"]),
    ("local_storage", &["src/session", "src/ui/theme.rs", "src/pages/connectors/edit/small_changes.rs"]),
    (".cookie(", &["src/session"]),
    (".caches()", &["src/session"]),
    ("BroadcastChannel", &["src/session"]),
    ("oauth::{AccessToken", &["src/session"]),
    (".authorization(", &["src/session", "src/data/authorized.rs"]),
    (".authorization_after(", &["src/session", "src/data/authorized.rs"]),
    // What a person typed, on its way into the session.
    ("Secret::from(", &["src/session", "src/pages/sign_in", "src/data/token_check.rs"]),
    (".reveal()", &["src/session", "src/pages/sign_in", "src/data/authorized.rs", "src/data/token_check.rs"]),
    ("clipboard()", &["src/ui/copy_button.rs"]),
    // A panic's message and place.
    ("console_error_panic_hook", &["src/crash.rs"]),
];

#[test]
fn secrets_tokens_and_places_to_store_them_are_in_the_hands_of_the_session_alone() {
    let is_code = |line: &str| !line.trim_start().starts_with("//");
    let sources = sources("src", &["rs"]);
    for (word, hands) in CONFIDED {
        let says = |line: &str| is_code(line) && line.contains(word);
        let (trusted, others): (Vec<_>, Vec<_>) =
            sources.iter().partition(|source| hands.iter().any(|hand| source.path.starts_with(hand)));
        assert!(
            trusted.iter().any(|source| !source.lines_where(says).is_empty()),
            "nobody says {word} any more"
        );
        none(&others.iter().flat_map(|source| source.lines_where(says)).collect::<Vec<_>>());
    }
}

#[test]
fn the_api_and_the_decisions_need_no_browser() {
    let allowed = ["dt-api", "serde_json", "visible-text", "zeroize"].map(str::to_owned).into();
    for package in ["api", "connector"] {
        let needed = dependencies(&format!("crates/{package}/Cargo.toml"));
        assert!(needed.contains("serde_json") && needed.is_subset(&allowed), "{package}: {needed:?}");
    }
}

#[test]
fn the_emulator_reads_the_api_with_its_own_eyes() {
    assert!(!dependencies("crates/emulator/Cargo.toml").contains("dt-api"));
    let knows = |line: &str| line.contains("dt_api");
    let sources = sources("crates/emulator/src", &["rs"]);
    none(&sources.iter().flat_map(|source| source.lines_where(knows)).collect::<Vec<_>>());
}

#[test]
fn every_package_keeps_the_lints_of_the_workspace() {
    let workspace = Source::read("Cargo.toml");
    assert!(workspace.text.contains("unsafe_code = \"forbid\""));
    let manifests = sources("crates", &["toml"]).into_iter().chain([workspace]);
    let manifests = manifests.filter(|source| source.path.ends_with("Cargo.toml"));
    let loose = manifests.filter(|source| !source.text.contains("[lints]\nworkspace = true"));
    none(&loose.map(|source| format!("{}:1", source.path)).collect::<Vec<_>>());
}

/// The content security policy allows no inline style, so one would silently do nothing.
#[test]
fn nothing_is_styled_inline() {
    let inline = |line: &str| line.contains("style=") || line.contains("<style");
    let mut violations = Source::read("index.html").lines_where(inline);
    violations.extend(sources("src", &["rs"]).iter().flat_map(|source| source.lines_where(inline)));
    none(&violations);
}

#[test]
fn a_test_program_says_where_it_runs() {
    let programs = sources("tests", &["rs"]).into_iter().filter(|source| {
        let name = source.path.trim_start_matches("tests/");
        !name.contains('/') || name.ends_with("/main.rs")
    });
    let unsaid = programs.filter(|source| {
        let browser = source.path.starts_with("tests/web_");
        let wanted = if browser { "#![cfg(target_arch" } else { "#![cfg(not(target_arch" };
        !source.text.contains(wanted)
    });
    none(&unsaid.map(|source| format!("{}:1", source.path)).collect::<Vec<_>>());
}

#[test]
fn the_locks_of_the_npm_packages_name_no_address() {
    for folder in ["crates/xtask/npm", "tests/e2e"] {
        let lock = Source::read(&format!("{folder}/package-lock.json"));
        none(&lock.lines_where(|line| line.contains("\"resolved\"") || line.contains("http")));
    }
}

#[test]
fn a_test_never_waits_for_time_to_pass() {
    const SLEEPS: [&str; 3] = ["waitForTimeout(", "time.sleep(", "thread::sleep("];
    let sleeps = |line: &str| SLEEPS.iter().any(|sleep| line.contains(sleep));
    let ours = |source: &Source| source.path != "tests/repo.rs";
    let tests = sources("tests", &["rs", "ts", "py"]).into_iter().filter(ours);
    none(&tests.flat_map(|source| source.lines_where(sleeps)).collect::<Vec<_>>());
}

#[test]
fn nothing_is_written_to_the_consoles_of_browsers() {
    const LOGS: [&str; 6] = ["web_sys::console", "logging::", "log!(", "println!(", "eprint", "dbg!("];
    let logs = |line: &str| LOGS.iter().any(|log| line.contains(log));
    let sources = ["src", "crates/api/src", "crates/connector/src"].map(|folder| sources(folder, &["rs"]));
    none(&sources.iter().flatten().flat_map(|source| source.lines_where(logs)).collect::<Vec<_>>());
}

/// A path with `*` for each id: `/projects/*/dataconnectors`.
fn with_wildcards(path: &str) -> String {
    let is_id = |segment: &&str| segment.len() == 20 && segment.chars().all(|c| c.is_ascii_alphanumeric());
    let segments = path.split('/').map(|segment| if is_id(&segment) { "*" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

/// The paths among the text literals of a spec, with `*` for each `${…}`.
fn paths_in(spec: &str) -> BTreeSet<String> {
    let literals = spec.split(['\'', '"', '`']).filter(|literal| literal.starts_with('/'));
    literals
        .map(|literal| {
            let mut parts = literal.split("${");
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |path, part| {
                format!("{path}*{}", part.split_once('}').map_or("", |(_, rest)| rest))
            })
        })
        .collect()
}

#[test]
fn every_place_is_visited_from_end_to_end() {
    let paths = Source::read("src/paths.rs");
    let (_, list) = paths.text.split_once("EVERY_PATH").unwrap();
    let (list, _) = list.split_once("];").unwrap();
    let places: BTreeSet<_> = paths_in(list).iter().map(|path| with_wildcards(path)).collect();
    assert!(places.len() > 1, "src/paths.rs lists the places");
    let specs = sources("tests/e2e", &["ts"]);
    let visited: BTreeSet<_> = specs.iter().flat_map(|spec| paths_in(&spec.text)).collect();
    // Resource names begin paths: `/${project.name}/dataconnectors`, and a connector's is its path: `/${name}`.
    let by_name = |place: &str| {
        visited.contains(&place.replacen("projects/*", "*", 1))
            || place == "/projects/*/dataconnectors/*" && visited.contains("/*")
    };
    let missed = places.iter().filter(|place| !visited.contains(*place) && !by_name(place));
    none(&missed.map(|place| format!("src/paths.rs: {place}")).collect::<Vec<_>>());
}

#[test]
fn every_handler_of_the_emulator_is_tested() {
    let handlers = sources("crates/emulator/src/handlers", &["rs"]);
    assert!(!handlers.is_empty());
    let endpoints = handlers.iter().filter(|source| source.path.matches('/').count() == 5);
    let untested = endpoints.filter(|source| !source.text.contains("#[cfg(test)]"));
    none(&untested.map(|source| format!("{}:1", source.path)).collect::<Vec<_>>());
}

#[test]
fn every_claim_about_security_names_a_test_that_exists() {
    let security = Source::read("docs/security.md");
    let (_, claims) = security.text.split_once("## Claims").unwrap();
    let rows: Vec<_> =
        claims.lines().filter_map(|line| line.strip_prefix("| ")?.rsplit_once(" | `")).collect();
    assert!(rows.len() > 20, "{}", rows.len());
    for (claim, test) in rows {
        let (path, name) = test.trim_end_matches(" |").split_once("`: ").unwrap();
        assert!(Source::read(path).text.contains(name), "{claim} {path} has no test “{name}”");
    }
}
