//! What comes near to valid input: a sample in which some things are changed.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::{json, text};

/// What a piece of JSON may be turned into.
#[derive(Clone, Debug)]
enum Change {
    Replace(Value),
    Remove,
    Rename(String),
    Wrap,
}

/// The sample with up to three pieces replaced, removed, renamed or put in a list.
pub fn mutated(sample: Value) -> impl Strategy<Value = Value> {
    let change = prop_oneof![
        3 => json().prop_map(Change::Replace),
        2 => Just(Change::Remove),
        1 => text().prop_map(Change::Rename),
        1 => Just(Change::Wrap),
    ];
    vec((any::<Index>(), change), 0..4).prop_map(move |changes| {
        changes.into_iter().fold(sample.clone(), |value, (at, change)| changed(value, at, change))
    })
}

fn changed(mut value: Value, at: Index, change: Change) -> Value {
    let mut pointers = vec![String::new()];
    collect_pointers(&value, "", &mut pointers);
    let Some(pointer) = pointers.get(at.index(pointers.len())) else { return value };
    match (change, pointer.rsplit_once('/')) {
        (Change::Replace(new), _) => {
            value.pointer_mut(pointer).into_iter().for_each(|piece| *piece = new.clone());
        }
        (Change::Wrap, _) => {
            value
                .pointer_mut(pointer)
                .into_iter()
                .for_each(|piece| *piece = Value::Array(vec![piece.take()]));
        }
        (Change::Remove | Change::Rename(_), None) => return Value::Null,
        (change, Some((parent, member))) => {
            let member = member.replace("~1", "/").replace("~0", "~");
            match value.pointer_mut(parent) {
                Some(Value::Object(members)) => {
                    let piece = members.remove(&member);
                    if let (Change::Rename(name), Some(piece)) = (change, piece) {
                        members.insert(name, piece);
                    }
                }
                Some(Value::Array(items)) => {
                    let at = member.parse().unwrap_or(0);
                    items.drain(at..=at).for_each(drop);
                }
                _ => {}
            }
        }
    }
    value
}

/// The JSON Pointers (RFC 6901) to everything within a value.
fn collect_pointers(value: &Value, prefix: &str, pointers: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            let escaped = |name: &String| name.replace('~', "~0").replace('/', "~1");
            members.iter().map(|(name, child)| (escaped(name), child)).collect()
        }
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let pointer = [prefix, "/", &name].concat();
        collect_pointers(child, &pointer, pointers);
        pointers.push(pointer);
    }
}

/// What parsers trip over.
const STUMBLING_BLOCKS: [&str; 40] = [
    "\"", "'", "`", "\\", "\\\"", "\\u", "\\ud83d", "\\x9", "$", "$(", "${", "$'", "%{", "%", "%f", "{", "}",
    "[", "]", "(", ")", ",", ":", "=", "&", "#", "//", "/*", "<<A\n", "<<-A\n", "\n", "\r\n", "\t", "\0",
    "\u{feff}", "\u{202e}", "\u{fdd0}", "😀", "1e999", "null",
];

/// The text with up to five pieces cut out, put in or repeated.
pub fn mangled(sample: String) -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => select(&STUMBLING_BLOCKS[..]).prop_map(str::to_owned), 1 => text()];
    let edit = (any::<Index>(), 0..12_usize, piece, prop_oneof![8 => 0..3_usize, 1 => 3..200_usize]);
    vec(edit, 0..6).prop_map(move |edits| {
        edits.into_iter().fold(sample.clone(), |text, (at, cut, piece, times)| {
            let at = at.index(text.chars().count() + 1);
            let before = text.chars().take(at);
            let after = text.chars().skip(at + if times == 1 { 0 } else { cut });
            before.chain(piece.repeat(times).chars()).chain(after).collect()
        })
    })
}

/// Random input finds little in a few hundred tries: two thousand, or what `PROPTEST_CASES` asks for beyond.
#[must_use]
pub fn many_cases() -> ProptestConfig {
    let asked_for = ProptestConfig::default();
    ProptestConfig { cases: asked_for.cases.max(2_000), ..asked_for }
}
