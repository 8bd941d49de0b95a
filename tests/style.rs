//! The look keeps its promises: colours live in the tokens, are all used, and can be read in both themes.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a missing file or token fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Text of normal size on its ground (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// The border of a control and what a shape shows (1.4.11).
const SHAPE: f64 = 3.0;

const GROUNDS: [&str; 4] = ["page", "surface", "raised", "hover"];

fn style() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("style")
}

fn sheets(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let own = files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap()));
    own.chain(folders.iter().flat_map(|folder| sheets(folder))).collect()
}

/// Each `--name: light-dark(#…, #…)` of the tokens.
fn colours() -> BTreeMap<String, [String; 2]> {
    let tokens = fs::read_to_string(style().join("tokens.css")).unwrap();
    let pairs = tokens.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(#")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", #")?;
        Some((name.to_owned(), [light.to_owned(), dark.to_owned()]))
    });
    pairs.collect()
}

/// Relative luminance of `rgb` or `rrggbb` (WCAG 2.2).
fn luminance(hex: &str) -> f64 {
    let channel = |index: usize| {
        let digits = match hex.len() {
            3 => hex.get(index..=index).unwrap().repeat(2),
            _ => hex.get(2 * index..2 * index + 2).unwrap().to_owned(),
        };
        let value = f64::from(u8::from_str_radix(&digits, 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Those of the fronts that cannot be made out on the ground, in either theme.
fn faint(fronts: &[&str], ground: &str, enough: f64) -> Vec<String> {
    let colours = colours();
    let colour = |name: &str| colours.get(name).unwrap_or_else(|| panic!("no colour --{name}"));
    let pairs = fronts.iter().flat_map(|front| {
        let ratios = colour(front).iter().zip(colour(ground)).map(|(front, ground)| contrast(front, ground));
        ratios.zip(["light", "dark"]).map(move |(ratio, theme)| (front, ratio, theme))
    });
    let faint = pairs.filter(|(_, ratio, _)| *ratio < enough);
    faint.map(|(front, ratio, theme)| format!("{front} on {ground}, {theme}: {ratio:.2}")).collect()
}

#[test]
fn contrast_is_computed_as_the_standard_does() {
    assert!((contrast("000", "ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("777777", "fff") - 4.478).abs() < 1e-3);
}

#[test]
fn text_can_be_read_on_every_ground() {
    let text = ["text", "text-quiet", "accent", "accent-strong", "danger"];
    assert_eq!(GROUNDS.map(|ground| faint(&text, ground, TEXT)).concat(), Vec::<String>::new());
}

#[test]
fn text_can_be_read_on_tinted_grounds() {
    let tints = [
        faint(&["accent", "accent-strong", "text"], "accent-soft", TEXT),
        faint(&["success", "text"], "success-soft", TEXT),
        faint(&["warning", "text", "accent"], "warning-soft", TEXT),
        faint(&["danger", "text", "accent"], "danger-soft", TEXT),
        faint(&["on-accent"], "accent", TEXT),
        faint(&["on-accent"], "accent-strong", TEXT),
    ];
    assert_eq!(tints.concat(), Vec::<String>::new());
}

#[test]
fn controls_and_shapes_stand_out_from_their_ground() {
    let shapes = ["line-control", "accent", "success", "warning", "danger"];
    assert_eq!(
        ["page", "surface", "raised"].map(|ground| faint(&shapes, ground, SHAPE)).concat(),
        Vec::<String>::new()
    );
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    let literal = |line: &str| {
        let value = line.split_once(": ").map_or("", |(_, value)| value);
        value.starts_with('#')
            || ["rgb(", "hsl(", "oklch(", " #", "light-dark("].iter().any(|colour| value.contains(colour))
    };
    let others = sheets(&style()).into_iter().filter(|(path, _)| !path.ends_with("tokens.css"));
    let found = others.flat_map(|(path, text)| {
        let lines =
            text.lines().filter(|line| literal(line)).map(|line| format!("{}: {line}", path.display()));
        lines.collect::<Vec<_>>()
    });
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_token_is_used_and_every_used_one_exists() {
    let text: String = sheets(&style()).into_iter().map(|(_, text)| text).collect();
    let defined: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    let used: BTreeSet<&str> =
        text.split("var(--").skip(1).filter_map(|rest| rest.split_once(')')).map(|(name, _)| name).collect();
    assert_eq!(defined, used);
}
