//! `cargo xtask size`: what the first screen loads, against the budget.

use crate::build;
use crate::build::split::DEFERRED;
use crate::failure::{During, Failure, Outcome};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

/// What the first screen may load; 1 kB is 1000 bytes.
const BUDGET: usize = 250_000;
/// What the console should stay under.
const AIM: usize = 150_000;
const PAGE: &str = "index.html";

/// Builds the console and shows what its first screen loads; fails over the budget.
pub fn run() -> Outcome {
    build::once()?.require_budget()
}

/// The files that the first screen loads: the page, what it names, and what that names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstScreen {
    files: Vec<Weight>,
    /// What is loaded once somebody begins to sign in.
    deferred: Vec<Weight>,
}

/// A file with its sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

impl FirstScreen {
    /// Weighs a build that is precompressed.
    pub fn weigh(dist: &Path) -> Outcome<Self> {
        let mut files = BTreeMap::new();
        for path in build::files(dist)? {
            let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
            let content = fs::read(&path).during(path.display())?;
            files.insert(name, content);
        }
        let weights = loaded(&files).into_iter().map(|(name, content)| {
            let brotli = files.get(&format!("{name}.br")).map_or(content.len(), Vec::len);
            Weight { name: name.to_owned(), raw: content.len(), brotli }
        });
        let (deferred, files) = weights.partition(|weight| file_name(&weight.name).starts_with(DEFERRED));
        Ok(Self { files, deferred })
    }

    /// Fails over the budget.
    pub fn require_budget(&self) -> Outcome {
        if total(&self.files).brotli > BUDGET {
            return Err(Failure::new(format!("The first screen loads more than {}.", kilobytes(BUDGET))));
        }
        Ok(())
    }
}

fn total(files: &[Weight]) -> Weight {
    Weight {
        name: "total".into(),
        raw: files.iter().map(|weight| weight.raw).sum(),
        brotli: files.iter().map(|weight| weight.brotli).sum(),
    }
}

/// The page and every file that a loaded text names.
fn loaded(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&str, &[u8]> {
    let mut loaded = BTreeMap::new();
    let mut texts = vec![PAGE];
    while let Some(name) = texts.pop() {
        let Some((name, content)) = files.get_key_value(name) else { continue };
        if loaded.insert(name.as_str(), content.as_slice()).is_some() {
            continue;
        }
        // Compressed copies are never named, and binaries name nothing.
        let Ok(text) = std::str::from_utf8(content) else { continue };
        texts.extend(
            files
                .keys()
                .map(String::as_str)
                .filter(|other| !loaded.contains_key(other) && text.contains(file_name(other))),
        );
    }
    loaded
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

impl fmt::Display for FirstScreen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.files.iter().chain(&self.deferred);
        let width = all.map(|weight| weight.name.len()).max().unwrap_or(0);
        writeln!(formatter, "{:width$}  {:>10}  {:>10}", "The first screen loads", "raw", "brotli")?;
        let mut line = |Weight { name, raw, brotli }: &Weight| {
            writeln!(formatter, "{name:width$}  {:>10}  {:>10}", kilobytes(*raw), kilobytes(*brotli))
        };
        self.files.iter().try_for_each(&mut line)?;
        line(&total(&self.files))?;
        self.deferred.iter().try_for_each(&mut line)?;
        write!(
            formatter,
            "aim {}, budget {}; what is deferred comes later",
            kilobytes(AIM),
            kilobytes(BUDGET)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, content)| ((*name).to_owned(), content.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_file_counts_when_a_loaded_file_names_it() {
        let files = dist(&[
            ("index.html", "<script src=/loader.js>"),
            ("loader.js", "import '/app.js'"),
            ("app.js", "import './snippets/inline0.js'"),
            ("snippets/inline0.js", ""),
            ("licences.txt", "index.html"),
        ]);
        let names: Vec<_> = loaded(&files).into_keys().collect();
        assert_eq!(names, ["app.js", "index.html", "loader.js", "snippets/inline0.js"]);
    }

    #[test]
    fn files_that_name_each_other_count_once() {
        let files = dist(&[("index.html", "a.js"), ("a.js", "b.js"), ("b.js", "a.js")]);
        assert_eq!(loaded(&files).len(), 3);
    }

    #[test]
    fn the_budget_is_on_what_is_sent() {
        let weight = |brotli| Weight { name: PAGE.into(), raw: 10 * BUDGET, brotli };
        let screen = |brotli| FirstScreen { files: vec![weight(brotli)], deferred: vec![weight(BUDGET)] };
        assert!(screen(BUDGET).require_budget().is_ok());
        assert!(screen(BUDGET + 1).require_budget().is_err());
    }
}
